import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle, compile, compilerVersion } from './compiler.mjs'
import { kept, placeOf } from './kept.mjs'

const project = fileURLToPath(new URL('../../../', import.meta.url))

/** A source of TypeScript as plain JavaScript. */
export async function compiled(path) {
  const source = await readFile(path, 'utf8')
  const name = relative(project, path)
  // What the runner's own tests write elsewhere is never met again.
  if (name.startsWith('..')) return compile(source, path)
  return kept(name, `${compilerVersion}\0${path}\0${source}`, () => compile(source, path))
}

/** The address of happy-dom as one file: its six hundred take longer to find and read than most tests to run. */
export async function bundledDom() {
  const { version } = createRequire(import.meta.url)('happy-dom/package.json')
  await kept('happy-dom', `${compilerVersion} ${version}`, () => bundle('happy-dom'))
  return placeOf('happy-dom').href
}

/**
 * Compiles what is not kept yet before any test could wait for it: loading Babel alone takes longer than a test
 * waits for a part of a page. What cannot be compiled fails the test that loads it.
 */
export async function compileAll(paths) {
  await bundledDom()
  const sources = paths.filter((path) => /(?<!\.d)\.tsx?$/.test(path))
  for (const path of sources) await compiled(resolve(path)).catch(() => {})
}
