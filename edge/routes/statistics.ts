import { Hono } from 'hono'
import { readCallStatistics } from '../views/statistics.ts'
import type { Edge, Env } from './edge.ts'
import { signedIn } from './guards.ts'

const usual = 30
const most = 92
/** No clock is further from UTC. */
const farthestMinutes = 14 * 60

export function statisticsRoutes(edge: Edge) {
  return new Hono<Env>().get('/statistics/calls', signedIn(edge), async (c) => {
    const days = within(Number(c.req.query('days')) || usual, 1, most)
    const offset = within(Number(c.req.query('offset')) || 0, -farthestMinutes, farthestMinutes)
    const span = { days, offsetMs: offset * 60_000 }
    return c.json(await readCallStatistics(edge.database, c.get('operator'), span, edge.clock()))
  })
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(Math.trunc(value), least), most)
}
