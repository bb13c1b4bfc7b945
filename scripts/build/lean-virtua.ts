import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const virtuaSolid = fileURLToPath(new URL('../../pwa/conversation/virtua-solid.ts', import.meta.url))

/** Virtua with what it takes for Solid: pwa/conversation/virtua-solid.ts says why. */
export function leanVirtua(): Plugin {
  return {
    name: 'lean-virtua',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      const isAsked = importer?.includes('/virtua/lib/solid/') && source.startsWith('solid-js')
      return isAsked ? virtuaSolid : null
    },
  }
}
