// The edge's front door: every request comes in here, and every error leaves here.

import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { openAPIRouteHandler } from 'hono-openapi'
import { Refusal } from './domain/refusal.ts'
import { answerError } from './routes/answer-error.ts'
import { archiveRoutes } from './routes/archive.ts'
import { sandboxFiles } from './routes/attachments.ts'
import { conversationRoutes } from './routes/conversations.ts'
import type { Edge, Env } from './routes/edge.ts'
import { jsonOnly, sameOrigin } from './routes/guards.ts'
import { healthRoutes } from './routes/health.ts'
import { inboxRoutes } from './routes/inbox.ts'
import { inviteRoutes } from './routes/invites.ts'
import { metricsRoutes } from './routes/metrics.ts'
import { pushRoutes } from './routes/push.ts'
import { securityHeaders } from './routes/security-headers.ts'
import { sessionRoutes } from './routes/session.ts'
import { statisticsRoutes } from './routes/statistics.ts'
import { teamRoutes } from './routes/team.ts'
import { traceRequests } from './routes/trace-requests.ts'
import { twilioRoutes } from './routes/twilio.ts'
import { isUpload } from './routes/uploads.ts'
import { visitRoutes } from './routes/visits.ts'
import { watchRequests } from './routes/watch-requests.ts'

/** The longest text that a field may have fits, in any script. */
const bodyBytes = 256 * 1024

export function createApi(edge: Edge) {
  const api = new Hono<Env>()
  api.use(traceRequests(), watchRequests(edge))
  api.use(sandboxFiles(), securityHeaders(edge.publicUrl, edge.brokers.addresses, bucketOf(edge)))
  api.use('/api/*', async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
  api.use('/api/*', unlessUpload(bodyLimit({ maxSize: bodyBytes, onError: tooLarge })))
  api.route('/api/twilio', twilioRoutes(edge))
  api.use('/api/*', sameOrigin(edge), unlessUpload(jsonOnly()))
  api.get('/api/openapi.json', openAPIRouteHandler(api, { documentation, includeEmptyPaths: true }))
  const routes = api
    .route('/', healthRoutes(edge))
    .route('/', metricsRoutes(edge))
    .route('/api', sessionRoutes(edge))
    .route('/api', teamRoutes(edge))
    .route('/api', inviteRoutes(edge))
    .route('/api', inboxRoutes(edge))
    .route('/api', archiveRoutes(edge))
    .route('/api', statisticsRoutes(edge))
    .route('/api/push', pushRoutes(edge))
    .route('/api/conversations', conversationRoutes(edge))
    .route('/api/visits', visitRoutes(edge))
  api.all('/api/*', () => {
    throw new Refusal('not-found', 'There is no such address in the API.')
  })
  api.onError((error, c) => answerError(edge, error, c))
  return routes
}

export type EdgeApi = ReturnType<typeof createApi>
export type * from './domain/wire.ts'

const documentation = { info: { title: 'Visavis', version: '1', description: 'The edge API of Visavis.' } }

function bucketOf({ files }: Edge): string[] {
  return files.at === 'bucket' ? [files.address] : []
}

/** Files have their own limits, and are bytes. */
function unlessUpload(guard: MiddlewareHandler<Env>): MiddlewareHandler<Env> {
  return (c, next) => (isUpload(c.req.path) ? next() : guard(c, next))
}

function tooLarge(): never {
  throw new Refusal('too-large', 'The request is too large.')
}
