import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Runs a program in the project folder and waits for its end.
 * Its output is collected, so that a success stays quiet and a failure can be shown whole.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runCommand(command, args, env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const end = endsWithUs(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
    child.on('error', (error) => end(() => resolve({ ok: false, output: error.message })))
    child.on('close', (code) => end(() => resolve({ ok: code === 0, output })))
  })
}

/** A build that outlives an interrupted start would write into the folder of the next one. */
function endsWithUs(child) {
  const stop = (signal) => {
    child.kill(signal)
    process.exit(1)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return (done) => {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    done()
  }
}
