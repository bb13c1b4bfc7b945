import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const [entry, outDir] = process.argv.slice(2)
const conditions = ['workerd', 'worker', 'import', 'module', 'default']

// One module, because workerd knows neither folders nor packages.
await build({
  configFile: false,
  root: fileURLToPath(new URL('..', import.meta.url)),
  logLevel: 'error',
  // A copy of Buffer for old Nodes, in what web-push needs; of workerd's it copies nothing.
  resolve: { conditions, alias: { 'safer-buffer': 'node:buffer' } },
  ssr: { target: 'webworker', noExternal: true, resolve: { conditions } },
  build: {
    ssr: entry,
    outDir,
    // Somebody may be reading what is there.
    emptyOutDir: false,
    target: 'es2023',
    rolldownOptions: {
      external: /^cloudflare:/,
      output: { codeSplitting: false, entryFileNames: 'edge.js' },
    },
  },
})
