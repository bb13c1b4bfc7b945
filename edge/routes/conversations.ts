import { Hono } from 'hono'
import { archiveConversation } from '../actions/archive-conversation.ts'
import { within } from '../actions/seat.ts'
import { transferConversation } from '../actions/transfer-conversation.ts'
import { notFound, Refusal } from '../domain/refusal.ts'
import { openOfferOf } from '../store/jobs.ts'
import { summaryFor } from '../store/summaries.ts'
import { readHistory } from '../views/history.ts'
import { issueLineTicket } from '../views/line-ticket.ts'
import { body, destination, reason } from './body.ts'
import { type Edge, type Env, operatorContext, operatorSeat, type Request } from './edge.ts'
import { signedIn } from './guards.ts'
import { talkRoutes } from './talk.ts'

const pageLimit = 200

export function conversationRoutes(edge: Edge) {
  async function summary(c: Request) {
    const found = await summaryFor(edge.database, c.get('operator'), c.req.param('id') ?? '')
    if (!found) throw notFound('conversation')
    return c.json(found)
  }

  return new Hono<Env>()
    .get('/:id', signedIn(edge), summary)
    .get('/:id/events', signedIn(edge), async (c) => {
      const before = Number(c.req.query('before')) || Number.MAX_SAFE_INTEGER
      const limit = Math.min(Math.max(1, Number(c.req.query('limit')) || pageLimit), pageLimit)
      return c.json(await readHistory(edge.database, c.get('operator'), c.req.param('id'), { before, limit }))
    })
    .post('/:id/archive', signedIn(edge), body(reason), async (c) => {
      await archiveConversation(operatorContext(edge, c), c.req.param('id'), c.req.valid('json').reason)
      return summary(c)
    })
    .post('/:id/transfer', signedIn(edge), body(destination), async (c) => {
      const seat = operatorSeat(c, c.req.param('id'))
      await transferConversation(operatorContext(edge, c), seat, c.req.valid('json'))
      return summary(c)
    })
    .post('/:id/line', signedIn(edge), async (c) => {
      const conversation = await within(edge.database, operatorSeat(c, c.req.param('id')))
      const me = c.get('operator').id
      // The one whose telephone rings may get ready, so that the green button need not wait for it.
      const mine = conversation.operatorId === me && conversation.state === 'active'
      const ringing = (await openOfferOf(edge.database, me))?.conversationId === conversation.id
      if (!mine && !ringing) throw new Refusal('not-allowed', 'This conversation is not assigned to you.')
      return c.json(await issueLineTicket(conversation, 'operator', edge.line, edge.secret, edge.clock()))
    })
    .route('/', talkRoutes(edge, { guard: signedIn(edge), seat: operatorSeat, context: operatorContext }))
}
