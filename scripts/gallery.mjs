import './node-version.mjs'
import { join } from 'node:path'
import { chdir } from 'node:process'

const { install } = await import('./install.mjs')
const { root } = await import('./run-command.mjs')
chdir(root)
await install({ withDev: true })

const { runBuild, staleBuilds } = await import('./builds.mjs')
for (const build of await staleBuilds()) {
  const { ok, output } = await runBuild(build)
  if (!ok) throw new Error(output)
}
const { chromium } = await import('./chromium.mjs')
process.env.CHROMIUM = await chromium()

const { register } = await import('tsx/esm/api')
register()
const { takeGallery } = await import('../tests/support/take-gallery.ts')
await takeGallery(join(root, 'gallery'), process.argv.slice(2))
