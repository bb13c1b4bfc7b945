import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './run-command.mjs'

/** @returns {string | undefined} the workerd that package.json pins; npm brings none for some systems, such as Alpine */
export function workerd() {
  try {
    return createRequire(import.meta.url)('workerd').default
  } catch {
    return undefined
  }
}

/** One module out of the entry and all that it needs, in `output`. */
export const workerBuild = (entry, output) => ({
  name: 'worker',
  command: ['scripts/build-worker.mjs', entry, output],
  inputs: ['edge', entry, 'schema.sql', 'scripts/build-worker.mjs', 'package.json', 'package-lock.json'],
  output,
})

export const shippedWorker = workerBuild('edge/workerd/main.ts', 'dist/workerd')

/** The configuration that is shipped, at a port of one's own. */
export const serveOptions = ({ HOST = '127.0.0.1', PORT = '8787' }) => [
  'serve',
  join(root, 'deploy/workerd/visavis.capnp'),
  '--socket-addr',
  `http=${HOST}:${PORT}`,
]
