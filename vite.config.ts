import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import tailwind from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import solid from 'vite-plugin-solid'
import { appManifest } from './pwa/app-manifest.ts'
import { flatIcons } from './scripts/build/flat-icons.ts'
import { headStart } from './scripts/build/head-start.ts'
import { leanPeerjs } from './scripts/build/lean-peerjs.ts'
import { lightPage } from './scripts/build/light-page.ts'
import { plainFirst } from './scripts/build/plain-first.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const edge = process.env.EDGE_URL ?? 'http://localhost:8787'

// Two builds, not one with two inputs: a chunk shared with the operator's app
// would make the customer, on mobile data, pay for it.
export default defineConfig(({ mode, command }) => {
  const entry = mode === 'customer' ? 'customer' : 'operator'
  return {
    root: here('pwa'),
    base: command === 'build' && entry === 'customer' ? '/c/' : '/',
    appType: 'mpa',
    plugins: [
      flatIcons(),
      leanPeerjs(),
      // A listener on each element that has one weighs less than those who find it from the document.
      solid({ solid: { delegateEvents: entry !== 'customer' } }),
      tailwind(),
      entryPages(),
      compressedCopies(),
      ...(entry === 'customer' ? [headStart(), lightPage()] : [plainFirst(), serviceWorker()]),
    ],
    build: {
      outDir: here(`dist/${entry}`),
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: here(`pwa/${entry}.html`), ...(entry === 'operator' && inTwoPieces) },
    },
    server: {
      port: 5173,
      proxy: { '/api': edge, '/peer': { target: edge.replace(/^http/, 'ws'), ws: true } },
    },
  }
})

// What an inbox takes to be seen, and what follows it: every script more is a question more to the worker, and fifty of
// them took longer than what they brought.
const inTwoPieces = {
  output: {
    codeSplitting: {
      groups: [
        { name: 'first', test: /\/pwa\/operator\/main\.tsx$/, priority: 2 },
        { name: 'second', test: /\/pwa\/operator\/second-parts\.ts$/, priority: 1 },
      ],
    },
  },
}

// The customer's page has neither worker nor manifest: nothing is to stay on a stranger's phone.
function serviceWorker() {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'service-worker',
    filename: 'service-worker.ts',
    registerType: 'prompt',
    injectRegister: false,
    scope: '/',
    manifest: appManifest,
    // Pictures for the shop window need no place on the device.
    includeManifestIcons: false,
    // Older browsers know no modules in a worker.
    injectManifest: {
      rollupFormat: 'iife',
      globPatterns: ['operator.html', '**/*.{js,css,svg}', 'icon-192.png', 'badge.png'],
    },
  })
}

/** The development server answers with the same two pages as the edge does. */
function entryPages(): Plugin {
  return {
    name: 'entry-pages',
    configureServer(server) {
      server.middlewares.use((request, _answer, next) => {
        const page = request.headers.accept?.includes('text/html')
        if (page) request.url = request.url?.split('?')[0] === '/j' ? '/customer.html' : '/operator.html'
        next()
      })
    },
  }
}

const worthIt = 256

/** Puts `.br` and `.gz` beside what is text, once and as small as it gets, instead of at every request. */
function compressedCopies(): Plugin {
  // The way it counts distances in fonts packs scripts and sheets tighter than the one it has for texts.
  const brotli = ({ length }: Buffer) => ({
    [constants.BROTLI_PARAM_SIZE_HINT]: length,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
  })
  return {
    name: 'compressed-copies',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const names = (await readdir(dir, { recursive: true })).filter((name) =>
        /\.(js|css|html|svg|json)$/.test(name),
      )
      for (const path of names.map((name) => join(dir, name))) {
        const data = await readFile(path)
        if (data.length < worthIt) continue
        await writeFile(`${path}.br`, await promisify(brotliCompress)(data, { params: brotli(data) }))
        await writeFile(`${path}.gz`, await promisify(gzip)(data, { level: 9 }))
      }
    },
  }
}
