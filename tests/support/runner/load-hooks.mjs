// Runs in Node's loader thread. Does for the tests what tsx and Vite do elsewhere, at a third of the cost: every
// file of tests is a process of its own, so what a start takes is paid two hundred times.
import { fileURLToPath } from 'node:url'
import { compiled } from './compiled.mjs'

const timed = new URL('./timed-uvu.mjs', import.meta.url).href
// Pages get this one from Vite. Node would take one whose names it cannot see.
const peerJs = 'peerjs/dist/bundler.mjs'
const assets = /\.(css|svg|png|webp|woff2)$/

/** Sends every `import … from 'uvu'` to ./timed-uvu.mjs. */
export function resolve(specifier, context, next) {
  if (specifier === 'peerjs') return next(peerJs, context)
  if (specifier !== 'uvu' || context.parentURL?.startsWith(timed)) return next(specifier, context)
  return { url: timed, format: 'module', shortCircuit: true }
}

/** Compiles TypeScript and Solid's components; what only a bundler understands becomes harmless. */
export async function load(url, context, next) {
  const path = url.split(/[?#]/, 1)[0]
  if (assets.test(path)) return { format: 'module', source: 'export default ""', shortCircuit: true }
  if (!/^file:.*\.tsx?$/.test(path)) return next(url, context)
  return { format: 'module', source: await compiled(fileURLToPath(path)), shortCircuit: true }
}
