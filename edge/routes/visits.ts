import { Hono } from 'hono'
import { answerSurvey } from '../actions/answer-survey.ts'
import { closeConversation } from '../actions/close-conversation.ts'
import { openLink } from '../actions/open-link.ts'
import { prepareHandover } from '../actions/prepare-handover.ts'
import { recordProgress } from '../actions/record-progress.ts'
import { assertOpen, within } from '../actions/seat.ts'
import { forCustomer } from '../domain/events.ts'
import { isHandoverCode } from '../domain/handover.ts'
import type { ConversationId } from '../domain/ids.ts'
import { isLinkToken } from '../domain/invite.ts'
import { Refusal } from '../domain/refusal.ts'
import { hashToken, repeatableToken } from '../domain/secrets.ts'
import type { HandoverAnswer, Visit } from '../domain/wire.ts'
import { createPermissions } from '../views/permissions.ts'
import { queueSign } from '../views/queue.ts'
import { customerBatch } from '../views/stream.ts'
import { readVisit, wantsLine } from '../views/visit.ts'
import { letInByGroups } from './arrivals.ts'
import { attachmentRoutes } from './attachments.ts'
import { body, linkOpening, progress, survey } from './body.ts'
import {
  customerContext,
  customerSeat,
  type Edge,
  type Env,
  keyOf,
  type Request,
  strangerContext,
} from './edge.ts'
import { positionOf, streamEvents } from './event-stream.ts'
import { deviceToken, ofDevice } from './guards.ts'
import { firstLine, lineTicketFor } from './line.ts'
import { talkRoutes } from './talk.ts'
import { uploadRoutes } from './uploads.ts'

export function visitRoutes(edge: Edge) {
  const permissions = createPermissions(edge.database, () => edge.clock())
  const seat = (c: Request, id: string) => customerSeat(edge, c, id)
  const place = { guard: ofDevice(), seat, context: customerContext }

  return new Hono<Env>()
    .post('/', body(linkOpening), async (c) => {
      const { token, code = '' } = c.req.valid('json')
      if (!isLinkToken(token)) throw new Refusal('link-invalid', 'This link is not valid.')
      // A phone whose first answer was lost asks again without the cookie: it must not meet itself as a stranger.
      const device = deviceToken(edge, c, await repeatableToken(edge.secret, `device:${token}`, keyOf(c)))
      c.set('deviceHash', await hashToken(device))
      const id = await openLink(strangerContext(edge, { kind: 'customer' }), {
        tokenHash: await hashToken(token),
        deviceHash: c.get('deviceHash'),
        codeHash: isHandoverCode(code) ? await hashToken(code) : null,
      })
      const visit = await readVisit(edge.database, id, edge.teamName, edge.clock())
      if (!(await wantsLine(edge.database, visit))) return c.json(visit)
      const conversation = await within(edge.database, seat(c, id))
      return c.json({ ...visit, ...(await firstLine(edge, conversation)) } satisfies Visit)
    })
    .get('/:id/events', letInByGroups(), ofDevice(), async (c) => {
      const { id } = await within(edge.database, seat(c, c.req.param('id')))
      return streamEvents(edge, c, {
        side: 'customer',
        topic: id,
        who: id,
        after: positionOf(c),
        read: (after) => customerBatch(edge.database, id, after),
        sees: ({ event }) => event.conversationId === id && forCustomer(event) !== null,
        show: forCustomer,
        hears: () => true,
        sign: () => queueSign(edge.database, id),
        stillAllowed: () => permissions.isOfDevice(id, c.get('deviceHash')),
      })
    })
    .post('/:id/line', ofDevice(), async (c) => {
      const conversation = await within(edge.database, seat(c, c.req.param('id')))
      assertOpen(conversation, 'customer')
      return c.json(await lineTicketFor(edge, conversation, 'customer'))
    })
    .post('/:id/progress', ofDevice(), body(progress), async (c) => {
      const id = c.req.param('id')
      await recordProgress(customerContext(edge, c, id), seat(c, id), c.req.valid('json').step)
      return c.body(null, 204)
    })
    .post('/:id/handover', ofDevice(), async (c) => {
      const context = customerContext(edge, c, c.req.param('id'))
      const code = await repeatableToken(edge.secret, `handover:${context.scope}`, context.key)
      await prepareHandover(context, seat(c, c.req.param('id')), await hashToken(code))
      return c.json({ code } satisfies HandoverAnswer, 201)
    })
    .post('/:id/close', ofDevice(), async (c) => {
      const id = c.req.param('id') as ConversationId
      await closeConversation(customerContext(edge, c, id), seat(c, id))
      return c.body(null, 204)
    })
    .post('/:id/survey', ofDevice(), body(survey), async (c) => {
      const id = c.req.param('id')
      await answerSurvey(customerContext(edge, c, id), seat(c, id), c.req.valid('json'))
      return c.body(null, 204)
    })
    .route('/', attachmentRoutes(edge, place))
    .route('/', uploadRoutes(edge, place))
    .route('/', talkRoutes(edge, place))
}
