import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { command } from './command.ts'

const tools = { ip: 'iproute2', gcc: 'gcc', openssl: 'openssl' }

/** Why there can be no network lab on this machine, or `null`. `more` are programs and their Debian packages. */
export async function labHindrance(more: Readonly<Record<string, string>> = {}): Promise<string | null> {
  if (process.getuid?.() !== 0) return 'network namespaces take root'
  if (!(await may('/dev/net/tun', constants.R_OK | constants.W_OK))) return 'there is no /dev/net/tun'
  for (const [program, debian] of Object.entries({ ...tools, ...more })) {
    if (!(await isInstalled(program))) return `${program} is not installed (Debian package ${debian})`
  }
  const probe = `lab-probe-${process.pid}`
  return command('ip', ['netns', 'add', probe])
    .then(() => command('ip', ['netns', 'delete', probe]))
    .then(
      () => null,
      (error: Error) => `no network namespace can be made (${error.message.trim()})`,
    )
}

export async function isInstalled(program: string): Promise<boolean> {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = await Promise.all(folders.map((folder) => may(join(folder, program), constants.X_OK)))
  return found.includes(true)
}

const may = (path: string, mode: number) =>
  access(path, mode).then(
    () => true,
    () => false,
  )
