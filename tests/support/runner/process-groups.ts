import type { ChildProcess } from 'node:child_process'

const running = new Set<ChildProcess>()

// A runner that is itself under test must be done before the one outside loses patience.
const toEndByItself = process.env.TEST_LIMIT_MS ? 0 : 300

/** Remembers a child that leads its own process group: a Ctrl-C at the terminal does not reach it. */
export function startedGroup(child: ChildProcess): void {
  if (running.size === 0) process.once('SIGINT', endAll).once('SIGTERM', endAll)
  running.add(child)
}

/** Ends a child and all that it started; harmless when they have gone already. */
export function endGroup(child: ChildProcess): void {
  running.delete(child)
  if (running.size === 0) process.off('SIGINT', endAll).off('SIGTERM', endAll)
  signalGroup(child, 'SIGKILL')
}

/** Asks first: what the child started in further groups, only the child knows. */
export function endGroupSoon(child: ChildProcess): void {
  signalGroup(child, 'SIGTERM')
  setTimeout(endGroup, toEndByItself, child)
}

function endAll(): void {
  for (const child of running) endGroupSoon(child)
  setTimeout(() => process.exit(130), 2 * toEndByItself)
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
