import { fileURLToPath } from 'node:url'
import type { Plugin, UserConfig } from 'vite'
import { leanVirtua } from './lean-virtua.ts'
import { splitStyles } from './split-styles.ts'

const loadPart = fileURLToPath(new URL('../../pwa/platform/load-part.ts', import.meta.url))

const config: UserConfig = {
  resolve: { alias: [{ find: '\0vite/preload-helper.js', replacement: loadPart }] },
  build: {
    // Both minifiers, one after the other, find more than either: terser first, Vite's own over it.
    minify: 'terser',
    terserOptions: { ecma: 2020, compress: { passes: 3 } },
    // Parts import nothing but what is here, or comes with the call; their lists would weigh more than they save.
    modulePreload: {
      resolveDependencies: (_path, parts, { hostType }) => (hostType === 'html' ? parts : []),
    },
    rolldownOptions: {
      output: {
        minify: true,
        // Whatever the first screens need in one script, and what several later parts share in another: each
        // script more is a request more, and is compressed without knowing the others.
        codeSplitting: {
          groups: [
            { name: 'first', test: /\/pwa\/customer\/main\.tsx$/, priority: 2 },
            { name: 'later', test: /./, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
}

/** Builds the customer's page as light as it gets: tests/build/customer-weight.test.ts holds what it may weigh. */
export function lightPage(): Plugin[] {
  return [{ name: 'light-page', apply: 'build', config: () => config }, leanVirtua(), splitStyles()]
}
