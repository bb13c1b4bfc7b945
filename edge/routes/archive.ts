// The archive: its pages, and what a device needs to keep copies of it.

import { Hono } from 'hono'
import type { ArchiveFilters } from '../domain/archive.ts'
import { clockReason, endReasons } from '../domain/conversation.ts'
import { readArchive, readCopies, readMarks, readTags } from '../views/archive.ts'
import type { Edge, Env, Request } from './edge.ts'
import { signedIn } from './guards.ts'

const copiesAtOnce = 20
const marksAtOnce = 50
const dayMs = 24 * 3_600_000

export function archiveRoutes(edge: Edge) {
  return new Hono<Env>()
    .get('/archive', signedIn(edge), async (c) => {
      const before = Number(c.req.query('before')) || Number.MAX_SAFE_INTEGER
      const words = c.req.query('q') ?? ''
      return c.json(
        await readArchive(edge.database, c.get('operator'), { before, words, filters: filtersOf(c) }),
      )
    })
    .get('/archive/tags', signedIn(edge), async (c) => {
      return c.json({ tags: await readTags(edge.database, c.get('operator')) })
    })
    .get('/archive/marks', signedIn(edge), async (c) => {
      const ids = (c.req.queries('id') ?? []).slice(0, marksAtOnce)
      const days = Number(c.req.query('days')) || 0
      // By the edge's clock: a device's may be hours off.
      const archivedSince = days > 0 ? edge.clock() - days * dayMs : Number.MAX_SAFE_INTEGER
      return c.json({ marks: await readMarks(edge.database, c.get('operator'), { archivedSince, ids }) })
    })
    .get('/archive/copies', signedIn(edge), async (c) => {
      const ids = (c.req.queries('id') ?? []).slice(0, copiesAtOnce)
      return c.json({ copies: await readCopies(edge.database, c.get('operator'), ids) })
    })
}

function filtersOf(c: Request): ArchiveFilters {
  const asked = c.req.query('reason')
  const reasons: NonNullable<ArchiveFilters['reason']>[] = [...endReasons, clockReason]
  return {
    tag: c.req.query('tag') || null,
    reason: reasons.find((known) => known === asked) ?? null,
    operatorId: c.req.query('operator') || null,
  }
}
