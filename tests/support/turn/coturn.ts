import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const shipped = fileURLToPath(new URL('../../../deploy/coturn/turnserver.conf', import.meta.url))

export interface Coturn {
  /** What it said, such as who was let in. */
  log(): string
  end(): Promise<void>
}

export const turnSecret = 'a secret that the relay and the house share'

/**
 * Debian's coturn with the configuration that is shipped; `options` are what the file leaves to fill in, and where
 * this one listens. `start` may start it elsewhere, as on the house's machine of a lab.
 */
export async function startCoturn(
  options: Readonly<Record<string, string>>,
  start: (program: string, ...args: string[]) => ChildProcess = (program, ...args) => spawn(program, args),
): Promise<Coturn> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-coturn-'))
  const own = {
    'static-auth-secret': turnSecret,
    realm: 'relay.test',
    userdb: join(folder, 'turndb'),
    pidfile: join(folder, 'pid'),
    'log-file': 'stdout',
    ...options,
  }
  const given = Object.entries(own).map(([name, value]) => `--${name}=${value}`)
  const child = start('turnserver', '-c', shipped, ...given)
  const leave = () => child.kill('SIGKILL')
  process.once('exit', leave)
  const ended = once(child, 'exit')
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk
      if (said.includes('Total General servers')) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    ended.then(() => reject(new Error(`coturn ended before it was ready:\n${said}`)), reject)
  })
  return {
    log: () => said,
    async end() {
      process.off('exit', leave)
      leave()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
