// The two pages and what they load. The operator app routes by itself, so any other address is its page.

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import type { Env } from '../routes/edge.ts'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

export function mountPages(app: Hono<Env>, folder = dist): void {
  // Hashed names never change what they hold.
  const forever = (path: string, c: { header(name: string, value: string): void }) => {
    const hashed = /\/assets\//.test(path)
    c.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  }
  const files = (root: string, from: RegExp) =>
    serveStatic<Env>({
      root,
      precompressed: true,
      rewriteRequestPath: (path) => path.replace(from, '/'),
      onFound: forever,
    })
  app.get('/c/*', files(`${folder}/customer`, /^\/c\//))
  app.get('/j', page(`${folder}/customer/customer.html`))
  app.get('/assets/*', files(`${folder}/operator`, /^\//))
  app.get('/:file{.+\\.(svg|png|ico|webmanifest|js|txt)}', files(`${folder}/operator`, /^\//))
  app.get('*', page(`${folder}/operator/operator.html`))
}

function page(path: string) {
  return async () => {
    const html = await readFile(path, 'utf8')
    return new Response(html, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
    })
  }
}
