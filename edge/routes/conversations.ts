import { Hono } from 'hono'
import { archiveConversation } from '../actions/archive-conversation.ts'
import { sendHint } from '../actions/record-progress.ts'
import { within } from '../actions/seat.ts'
import { tagConversation, untagConversation } from '../actions/tag-conversation.ts'
import { transferConversation } from '../actions/transfer-conversation.ts'
import { writeNote } from '../actions/write-note.ts'
import { Refusal } from '../domain/refusal.ts'
import { readCallRecord } from '../views/call-record.ts'
import { readHistory } from '../views/history.ts'
import { mayPrepareLine } from '../views/line-ticket.ts'
import { readSummary } from '../views/summary.ts'
import { attachmentRoutes } from './attachments.ts'
import { body, destination, hint, message, reason, tag } from './body.ts'
import { type Edge, type Env, operatorContext, operatorSeat, type Request } from './edge.ts'
import { signedIn } from './guards.ts'
import { lineTicketFor } from './line.ts'
import { talkRoutes } from './talk.ts'
import { uploadRoutes } from './uploads.ts'

const pageLimit = 200

export function conversationRoutes(edge: Edge) {
  const place = { guard: signedIn(edge), seat: operatorSeat, context: operatorContext }

  async function summary(c: Request) {
    return c.json(await readSummary(edge.database, c.get('operator'), c.req.param('id') ?? ''))
  }

  return new Hono<Env>()
    .get('/:id', signedIn(edge), summary)
    .get('/:id/events', signedIn(edge), async (c) => {
      const before = Number(c.req.query('before')) || Number.MAX_SAFE_INTEGER
      const limit = Math.min(Math.max(1, Number(c.req.query('limit')) || pageLimit), pageLimit)
      return c.json(await readHistory(edge.database, c.get('operator'), c.req.param('id'), { before, limit }))
    })
    .get('/:id/calls/:callId', signedIn(edge), async (c) => {
      const { id, callId } = c.req.param()
      return c.json(await readCallRecord(edge.database, c.get('operator'), id, callId))
    })
    .post('/:id/archive', signedIn(edge), body(reason), async (c) => {
      await archiveConversation(operatorContext(edge, c), c.req.param('id'), c.req.valid('json').reason)
      return summary(c)
    })
    .post('/:id/transfer', signedIn(edge), body(destination), async (c) => {
      const seat = operatorSeat(c, c.req.param('id'))
      const { departmentId, operatorId = '' } = c.req.valid('json')
      const to = departmentId === undefined ? { operatorId } : { departmentId }
      await transferConversation(operatorContext(edge, c), seat, to)
      // Who hands a customer on may lose sight of them by it; this is the last look.
      return c.json(
        await readSummary(edge.database, { ...c.get('operator'), role: 'admin' }, seat.conversationId),
      )
    })
    .post('/:id/notes', signedIn(edge), body(message), async (c) => {
      const seat = operatorSeat(c, c.req.param('id'))
      return c.json(await writeNote(operatorContext(edge, c), seat, c.req.valid('json').text), 201)
    })
    .post('/:id/tags', signedIn(edge), body(tag), async (c) => {
      const seat = operatorSeat(c, c.req.param('id'))
      await tagConversation(operatorContext(edge, c), seat, c.req.valid('json').tag)
      return summary(c)
    })
    .delete('/:id/tags/:tag', signedIn(edge), async (c) => {
      const seat = operatorSeat(c, c.req.param('id'))
      await untagConversation(operatorContext(edge, c), seat, c.req.param('tag'))
      return summary(c)
    })
    .post('/:id/hints', signedIn(edge), body(hint), async (c) => {
      const seat = operatorSeat(c, c.req.param('id'))
      await sendHint(operatorContext(edge, c), seat, c.req.valid('json').hint)
      return c.body(null, 204)
    })
    .post('/:id/line', signedIn(edge), async (c) => {
      const conversation = await within(edge.database, operatorSeat(c, c.req.param('id')))
      if (!(await mayPrepareLine(edge.database, conversation, c.get('operator').id))) {
        throw new Refusal('not-allowed', 'This conversation is not assigned to you.')
      }
      return c.json(await lineTicketFor(edge, conversation, 'operator'))
    })
    .route('/', attachmentRoutes(edge, place))
    .route('/', uploadRoutes(edge, place))
    .route('/', talkRoutes(edge, place))
}
