import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Env, Request } from './edge.ts'

const tracer = trace.getTracer('visavis')

/** A span for each request, below the caller's where it brings a `traceparent`; it costs nothing while nobody listens. */
export function traceRequests(): MiddlewareHandler<Env> {
  return (c, next) => {
    const caller = propagation.extract(context.active(), c.req.header())
    const facts = { kind: SpanKind.SERVER, attributes: { 'http.request.method': c.req.method } }
    return tracer.startActiveSpan(c.req.method, facts, caller, async (span) => {
      await next()
      describe(span, c)
      span.end()
    })
  }
}

/** By the route's pattern: addresses hold ids. */
function describe(span: Span, c: Request): void {
  const route = routePath(c)
  span.updateName(`${c.req.method} ${route}`)
  span.setAttributes({
    'http.route': route,
    'http.response.status_code': c.res.status,
    'visavis.request_id': c.get('requestId'),
  })
  if (c.res.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
}
