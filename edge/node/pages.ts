// The two pages and what they load. The operator app routes by itself, so any other address is its page.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono, MiddlewareHandler } from 'hono'
import type { Env } from '../routes/edge.ts'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

export function mountPages(app: Hono<Env>, folder = dist): void {
  const files = (root: string, from: RegExp) =>
    serveStatic<Env>({
      root,
      precompressed: true,
      rewriteRequestPath: (path) => path.replace(from, '/'),
    })
  app.use('/c/assets/*', keepForever)
  app.use('/assets/*', keepForever)
  app.get('/c/*', files(`${folder}/customer`, /^\/c\//))
  app.get('/j', page(`${folder}/customer/customer.html`))
  app.get('/assets/*', files(`${folder}/operator`, /^\//))
  app.get('/:file{.+\\.(svg|png|jpg|ico|webmanifest|js|txt)}', files(`${folder}/operator`, /^\//))
  // A page from before an update asks for parts that are gone: it must hear so, not be given a page as a script.
  app.get('/c/*', (c) => c.notFound())
  app.get('/assets/*', (c) => c.notFound())
  app.get('*', page(`${folder}/operator/operator.html`))
}

/** Names with a hash in them never change what they hold. */
const keepForever: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
}

function page(path: string): MiddlewareHandler<Env> {
  const send = serveStatic<Env>({ path, precompressed: true })
  return async (c, next) => {
    c.set('pageScripts', scriptsIn(await readFile(path, 'utf8')))
    c.header('cache-control', 'no-cache')
    return send(c, next)
  }
}

/** What stands in a page itself, as a security policy names it. */
function scriptsIn(html: string): string[] {
  return [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
}
