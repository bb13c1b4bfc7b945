import { fileURLToPath } from 'node:url'
import type { Plugin, UserConfig } from 'vite'
import { compiledAhead } from './compiled-ahead.ts'
import { leanSolid } from './lean-solid.ts'
import { leanVirtua } from './lean-virtua.ts'
import { splitStyles } from './split-styles.ts'

const pwa = (path: string) => fileURLToPath(new URL(`../../pwa/${path}`, import.meta.url))
const loadPart = pwa('platform/load-part.ts')

const config: UserConfig = {
  resolve: { alias: [{ find: '\0vite/preload-helper.js', replacement: loadPart }] },
  build: {
    // Both minifiers, one after the other, find more than either: terser first, Vite's own over it. Functions that
    // are put where they are called make a script smaller, and its compressed copy larger.
    minify: 'terser',
    terserOptions: { ecma: 2022, compress: { passes: 3, inline: 1, unsafe_arrows: true } },
    // Parts import nothing but what is here, or comes with the call; their lists would weigh more than they save.
    modulePreload: {
      resolveDependencies: (_path, parts, { hostType }) => (hostType === 'html' ? parts : []),
    },
    rolldownOptions: {
      input: [
        pwa('customer.html'),
        pwa('customer/call-part.tsx'),
        pwa('customer/care-parts.ts'),
        pwa('customer/file-parts.ts'),
      ],
      output: {
        minify: true,
        // Each phase of a visit in one script: what the first screens need, the call, what looks after it once it is
        // seen, and what several parts of the rest share. Each script more is a request more, and is compressed
        // without knowing the others.
        codeSplitting: {
          groups: [
            { name: 'first', test: /\/pwa\/customer\/main\.tsx$/, priority: 4 },
            { name: 'call', test: /\/pwa\/customer\/call-part\.tsx$/, priority: 3 },
            { name: 'care', test: /\/pwa\/customer\/care-parts\.ts$/, priority: 2 },
            { name: 'later', test: /./, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
}

/** Builds the customer's page as light as it gets: tests/build/customer-weight.test.ts holds what it may weigh. */
export function lightPage(): Plugin[] {
  return [
    { name: 'light-page', apply: 'build', config: () => config },
    leanSolid(),
    leanVirtua(),
    splitStyles(),
    compiledAhead(['first', 'call-part']),
  ]
}
