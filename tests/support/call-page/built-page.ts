// The page of tests/pwa/call/page, built as the real ones are: once for all files that walk on it.

import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const root = here('../../..')
const sources = ['pwa', 'edge/domain', 'tests/pwa/call/page', 'tests/support/call-page']
const inputs = [...sources, 'scripts/build', 'package-lock.json']

const { fingerprint } = (await import(new URL('../../../scripts/fingerprint.mjs', import.meta.url).href)) as {
  fingerprint: (folder: string, inputs: string[]) => Promise<string>
}

/** The folder that it lies in. */
export async function builtPage(): Promise<string> {
  const kept = join(root, '.cache/call-page')
  const mark = await fingerprint(root, inputs)
  const place = join(kept, mark)
  if (await stat(place).catch(() => null)) return place
  await mkdir(kept, { recursive: true })
  const stale = (await readdir(kept)).filter((name) => name !== mark)
  const fresh = await mkdtemp(`${kept}-`)
  await build(fresh)
  // Another file may have been first with the same.
  await rename(fresh, place).catch(() => rm(fresh, { recursive: true }))
  await Promise.all(stale.map((name) => rm(join(kept, name), { recursive: true, force: true })))
  return place
}

async function build(folder: string): Promise<void> {
  const [vite, { leanPeerjs }, { default: solid }, { default: tailwind }] = await Promise.all([
    import('vite'),
    import('../../../scripts/build/lean-peerjs.ts'),
    import('vite-plugin-solid'),
    import('@tailwindcss/vite'),
  ])
  await vite.build({
    configFile: false,
    // With `simulateFault`, which the pages that people get do not have.
    mode: 'faults',
    logLevel: 'error',
    root: here('../../pwa/call/page'),
    plugins: [leanPeerjs(), solid(), tailwind()],
    build: { outDir: folder, emptyOutDir: true, target: 'es2022' },
  })
}
