import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Edge, Env, Request } from './edge.ts'

const saneId = /^[\w.:-]{8,100}$/
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/**
 * Gives each request its name, counts it and writes it down. A proxy's own `x-request-id` is kept where it looks like
 * one, so that both logs speak of the same. Neither the log nor the metrics know the address that was asked for, only
 * the pattern of its route: tokens and ids stand in addresses.
 */
export function watchRequests(edge: Edge): MiddlewareHandler<Env> {
  return async (c, next) => {
    const began = performance.now()
    const given = c.req.header('x-request-id') ?? ''
    const requestId = saneId.test(given) ? given : edge.newId()
    c.set('requestId', requestId)
    c.header('x-request-id', requestId)
    await next()
    const ms = performance.now() - began
    // A method is the caller's word, and a label must not be.
    const method = methods.has(c.req.method) ? c.req.method : 'OTHER'
    const [route, { status }] = [routePath(c), c.res]
    edge.metrics.request({ route, method, status, seconds: ms / 1_000 })
    edge.log({ level: levelOf(c), what: 'request', requestId, method, route, status, ms: Math.round(ms) })
  }
}

/** What a page loads and what machines ask all day is there for whoever looks for it. */
function levelOf(c: Request): 'debug' | 'info' | 'warn' {
  if (c.res.status >= 500) return 'warn'
  return c.req.path.startsWith('/api/') ? 'info' : 'debug'
}
