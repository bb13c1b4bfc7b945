import { Hono } from 'hono'
import { acceptJob } from '../actions/accept-job.ts'
import { declineJob } from '../actions/decline-job.ts'
import { readInbox } from '../views/inbox.ts'
import { createPermissions } from '../views/permissions.ts'
import { maySee, operatorBatch } from '../views/stream.ts'
import { readSummary } from '../views/summary.ts'
import { letInByGroups } from './arrivals.ts'
import { type Edge, type Env, operatorContext } from './edge.ts'
import { positionOf, streamEvents } from './event-stream.ts'
import { signedIn } from './guards.ts'

export function inboxRoutes(edge: Edge) {
  const permissions = createPermissions(edge.database, () => edge.clock())
  return new Hono<Env>()
    .get('/inbox', signedIn(edge), async (c) => {
      return c.json(await readInbox(edge.database, c.get('operator'), edge.teamName, edge.clock()))
    })
    .get('/events', letInByGroups(), signedIn(edge), (c) => {
      const me = c.get('operator')
      return streamEvents(edge, c, {
        side: 'operator',
        topic: null,
        who: me.role === 'admin' ? null : me.id,
        after: positionOf(c),
        read: (after) => operatorBatch(edge.database, me, after),
        sees: (entry) => maySee(me, entry),
        show: (event) => event,
        hears: ({ conversationId }) => permissions.mayRead(me, conversationId),
        // Another role sees other things: the page comes back, and is read to as what it is now.
        stillAllowed: () => permissions.isStill(me.role, c.get('sessionHash')),
      })
    })
    .post('/jobs/:jobId/accept', signedIn(edge), async (c) => {
      const id = await acceptJob(operatorContext(edge, c), c.req.param('jobId'))
      return c.json(await readSummary(edge.database, c.get('operator'), id))
    })
    .post('/jobs/:jobId/decline', signedIn(edge), async (c) => {
      await declineJob(operatorContext(edge, c), c.req.param('jobId'))
      return c.body(null, 204)
    })
}
