import './node-version.mjs'

// Everything else is loaded only now: an old Node would stumble over its syntax before it could say why.
const { install } = await import('./install.mjs')
const { buildWhatIsStale } = await import('./builds.mjs')

await install({ withDev: false })
await buildWhatIsStale()

// In this very process, so that Ctrl-C and SIGTERM reach the server itself and its exit code is ours.
const { register } = await import('tsx/esm/api')
register()
await import('../edge/main.ts')
