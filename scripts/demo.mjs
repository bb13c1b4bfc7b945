import './node-version.mjs'

const { install } = await import('./install.mjs')
const { buildWhatIsStale } = await import('./builds.mjs')

await install({ withDev: false })
await buildWhatIsStale()

const { register } = await import('tsx/esm/api')
register()
await import('../edge/node/demo/main.ts')
