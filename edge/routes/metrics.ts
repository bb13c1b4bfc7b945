import { Hono } from 'hono'
import { notFound } from '../domain/refusal.ts'
import { hashToken } from '../domain/secrets.ts'
import { standing } from '../views/standing.ts'
import type { Edge, Env, Request } from './edge.ts'

/** For Prometheus: on this machine without more, from elsewhere with `METRICS_TOKEN`. Others do not learn that it is there. */
export function metricsRoutes(edge: Edge) {
  return new Hono<Env>().get('/metrics', async (c) => {
    if (!(await mayRead(edge, c))) throw notFound('address')
    const { conversations, jobs } = await standing(edge.database)
    edge.metrics.standing('conversations', conversations)
    edge.metrics.standing('jobs', jobs)
    const { text, type } = await edge.metrics.text()
    return c.body(text, 200, { 'content-type': type, 'cache-control': 'no-store' })
  })
}

async function mayRead(edge: Edge, c: Request): Promise<boolean> {
  const [, brought] = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '') ?? []
  // Hashes, because how long it takes to tell two of them apart says nothing of the token.
  if (edge.metricsToken !== null && brought)
    return (await hashToken(brought)) === (await hashToken(edge.metricsToken))
  return edge.isHere(c)
}
