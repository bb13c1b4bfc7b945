import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const measurer = fileURLToPath(new URL('./measure.mjs', import.meta.url))
const farewellMs = 5_000

/**
 * One benchmark in a process of its own, with all that it starts, for as long as it says itself that it may take.
 * @param {string} file such as `writer-bench`
 * @returns {Promise<{ name: string, unit?: string, rows: object[], failure?: string }>}
 */
export function measureApart(file) {
  return new Promise((resolve) => {
    const child = fork(measurer, [file], { execArgv: ['--import', 'tsx'], detached: true })
    const end = (signal) => signalGroup(child, signal)
    const stop = () => {
      end('SIGKILL')
      process.exit(1)
    }
    process.once('SIGINT', stop).once('SIGTERM', stop)
    let result = null
    let failure = null
    const timers = []

    child.on('message', ({ minutes, measured }) => {
      result = measured ?? result
      if (minutes) timers.push(setTimeout(giveUp, minutes * 60_000, minutes))
    })
    child.on('exit', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      for (const timer of timers) clearTimeout(timer)
      end('SIGKILL')
      failure ??= result ? null : `ended with ${code} before it was done`
      resolve(failure ? { name: file, rows: [], failure } : result)
    })

    function giveUp(minutes) {
      failure = `given up after ${minutes} minutes`
      end('SIGTERM')
      timers.push(setTimeout(end, farewellMs, 'SIGKILL'))
    }
  })
}

/** Whoever it started is of its group; what is left of it must not disturb the next one. */
function signalGroup({ pid }, signal) {
  try {
    process.kill(-pid, signal)
  } catch (cause) {
    if (cause.code !== 'ESRCH') throw cause
  }
}
