// Runs in Node's loader thread, before tsx: Solid components are compiled as Vite would compile them,
// and what only a bundler understands (style sheets, import.meta.env) becomes harmless.
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { compile, version } from './solid-compiler.mjs'

const cache = new URL('../../../.cache/solid/', import.meta.url)
const assets = /\.(css|svg|png|webp|woff2)$/
const pageEnv = { MODE: 'test', DEV: true, PROD: false, SSR: false, BASE_URL: '/' }

export async function load(url, context, next) {
  const path = url.split(/[?#]/, 1)[0]
  if (assets.test(path)) return { format: 'module', source: 'export default ""', shortCircuit: true }
  if (!path.startsWith('file:') || path.includes('/node_modules/')) return next(url, context)
  if (!/\.[jt]sx$/.test(path)) return withPageEnv(await next(url, context))
  return withPageEnv({ format: 'module', source: await compiled(fileURLToPath(path)), shortCircuit: true })
}

function withPageEnv(loaded) {
  if (loaded.format !== 'module' || !String(loaded.source).includes('import.meta.env')) return loaded
  return { ...loaded, source: `import.meta.env = ${JSON.stringify(pageEnv)};${loaded.source}` }
}

// Loading Babel costs each test file most of a second, so what it made is kept by content.
async function compiled(path) {
  const source = await readFile(path, 'utf8')
  const kept = new URL(
    `${createHash('sha256').update(`${version}\0${path}\0${source}`).digest('hex')}.js`,
    cache,
  )
  const known = await readFile(kept, 'utf8').catch(() => undefined)
  if (known !== undefined) return known
  const fresh = await compile(source, path)
  await mkdir(cache, { recursive: true })
  await writeFile(kept, fresh)
  return fresh
}
