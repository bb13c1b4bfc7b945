import { Hono } from 'hono'
import type { Edge, Env } from './edge.ts'

export function healthRoutes(edge: Edge) {
  return new Hono<Env>().get('/healthz', async (c) => {
    try {
      await edge.database.one('SELECT 1 AS yes FROM schema_version')
      const bus = edge.bus.state()
      return c.json({ status: 'ok', ...(bus !== 'alone' && { bus }) })
    } catch (error) {
      edge.log({ level: 'error', what: 'health', cause: String(error) })
      return c.json({ status: 'database unavailable' }, 503)
    }
  })
}
