import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { command } from './command.ts'

/** Where something runs: beside the house, or on one of the two people's machines. */
export type Place = 'house' | 'customer' | 'operator'
export type Namespaces = Readonly<Record<Place, string>>

const ours = /^lab-(\d+)-(\d+)-\d+-(srv|cu|op)$/
let count = 0

/** Three networks with nothing in them. Their names say whose they are, so that a dead owner's can be told. */
export async function makeNamespaces(): Promise<Namespaces> {
  await sweepDead()
  const lab = `lab-${process.pid}-${await birthOf(process.pid)}-${count++}`
  const made = { house: `${lab}-srv`, customer: `${lab}-cu`, operator: `${lab}-op` }
  for (const name of Object.values(made)) {
    await command('ip', ['netns', 'add', name])
    await configure(name, 'link set lo up')
  }
  return made
}

/** Lines for `ip`, all in one namespace. */
export async function configure(namespace: string, ...lines: string[]): Promise<void> {
  await command('ip', ['-n', namespace, '-batch', '-'], `${lines.join('\n')}\n`)
}

export function removeNamespaces(namespaces: Namespaces): void {
  for (const name of Object.values(namespaces)) spawnSync('ip', ['netns', 'delete', name])
}

/** A process that was killed leaves its networks behind, and perhaps somebody who lives in them. */
async function sweepDead(): Promise<void> {
  const listed = (await command('ip', ['netns', 'list'])).split('\n').map((line) => line.split(' ')[0] ?? '')
  for (const name of listed) {
    const [, owner, birth] = ours.exec(name) ?? []
    if (owner === undefined || (await birthOf(Number(owner))) === birth) continue
    // Another sweeper may have been faster.
    await signalEverybodyIn(name, 'SIGKILL').catch(() => {})
    spawnSync('ip', ['netns', 'delete', name])
  }
}

/** Who has ended by then needs no signal any more. */
export async function signalEverybodyIn(namespace: string, signal: NodeJS.Signals): Promise<void> {
  const pids = (await command('ip', ['netns', 'pids', namespace])).split('\n').filter(Boolean)
  for (const pid of pids) {
    try {
      process.kill(Number(pid), signal)
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause
    }
  }
}

// Numbers of processes come back; together with the moment of birth (proc(5), field 22) one names one process.
async function birthOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
}
