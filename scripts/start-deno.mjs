import './node-version.mjs'
import { spawn } from 'node:child_process'
import { chdir } from 'node:process'

// Node installs and builds; the server itself is Deno's alone.
const { install } = await import('./install.mjs')
const { buildWhatIsStale } = await import('./builds.mjs')
const { deno, edgeOptions } = await import('./deno.mjs')
const { root } = await import('./run-command.mjs')
await install({ withDev: true })
await buildWhatIsStale()

const program = deno()
if (!program) {
  console.error(
    'There is no Deno for this system on npm. Install it from https://deno.com, or use `npm start`.',
  )
  process.exit(1)
}
chdir(root)
const child = spawn(program, [...edgeOptions(process.env), 'edge/main.ts'], { stdio: 'inherit' })
// A Ctrl-C at the terminal reaches both; a signal that was meant for the server alone comes to us.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
