import './node-version.mjs'

// What `npm start` does before it starts, for where the start itself may write nothing.
const { install } = await import('./install.mjs')
const { buildWhatIsStale } = await import('./builds.mjs')

await install({ withDev: false })
await buildWhatIsStale()
