import './node-version.mjs'
import { spawn } from 'node:child_process'

// Node installs and builds; the server itself is workerd alone.
const { install } = await import('./install.mjs')
const { buildWhatIsStale } = await import('./builds.mjs')
const { serveOptions, shippedWorker, workerd } = await import('./workerd.mjs')
await install({ withDev: true })
await buildWhatIsStale([shippedWorker])

const program = workerd()
if (!program) {
  console.error('There is no workerd for this system on npm. Use `npm start`.')
  process.exit(1)
}
const child = spawn(program, serveOptions(process.env), { stdio: 'inherit' })
// A Ctrl-C at the terminal reaches both; a signal that was meant for the server alone comes to us.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
