import './node-version.mjs'

// Everything else is loaded only now: an old Node would stumble over its syntax before it could say why.
const { install } = await import('./install.mjs')
const { runBuild, staleBuilds } = await import('./builds.mjs')

await install({ withDev: false })
await buildWhatIsStale()

// In this very process, so that Ctrl-C and SIGTERM reach the server itself and its exit code is ours.
const { register } = await import('tsx/esm/api')
register()
await import('../edge/main.ts')

async function buildWhatIsStale() {
  const stale = await staleBuilds()
  if (stale.length === 0) return
  console.log(`Building the ${stale.map((build) => build.name).join(' and the ')} …`)
  const results = await Promise.all(stale.map((build) => runBuild(build)))
  for (const [position, { ok, output }] of results.entries()) {
    if (ok) continue
    console.error(`${output}\nThe ${stale[position].name} could not be built; the reason is above.`)
    process.exitCode = 1
  }
  if (process.exitCode) process.exit()
}
