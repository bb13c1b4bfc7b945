import type { ChildProcess } from 'node:child_process'

const running = new Set<ChildProcess>()

/** Remembers a child that leads its own process group: a Ctrl-C at the terminal does not reach it. */
export function startedGroup(child: ChildProcess): void {
  if (running.size === 0) process.once('SIGINT', endAll).once('SIGTERM', endAll)
  running.add(child)
}

/** Ends a child and all that it started; harmless when they have gone already. */
export function endGroup(child: ChildProcess): void {
  running.delete(child)
  if (running.size === 0) process.off('SIGINT', endAll).off('SIGTERM', endAll)
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function endAll(): void {
  for (const child of [...running]) endGroup(child)
  process.exit(130)
}
