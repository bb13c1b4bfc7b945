// How a test starts further processes on the tree's TypeScript: with the runtime that it runs on itself.

import { denoCommand } from './runner/lane.ts'

const isDeno = 'Deno' in globalThis

/** As quickly as the tests themselves. */
export const typescriptOptions = isDeno
  ? (denoCommand()?.options ?? [])
  : ['--import', new URL('./runner/load-preload.mjs', import.meta.url).href]
