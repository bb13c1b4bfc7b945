// What both sides do in a conversation: write, type, call. One set of routes, seated on either side.

import { Hono, type MiddlewareHandler } from 'hono'
import { answerCall, declineCall } from '../actions/answer-call.ts'
import type { Context } from '../actions/context.ts'
import { endCall, keepCallAlive } from '../actions/end-call.ts'
import { exchangeRestart } from '../actions/exchange-restart.ts'
import { placeCall } from '../actions/place-call.ts'
import { postMessage } from '../actions/post-message.ts'
import { reportCall } from '../actions/report-call.ts'
import { type Seat, seated } from '../actions/seat.ts'
import { forCustomer } from '../domain/events.ts'
import type { ConversationId } from '../domain/ids.ts'
import type { RestartAnswer } from '../domain/wire.ts'
import { body, callReport, message, restart } from './body.ts'
import type { Edge, Env, Request } from './edge.ts'

const callVerbs = { answer: answerCall, decline: declineCall, end: endCall, alive: keepCallAlive }

export interface Place {
  guard: MiddlewareHandler<Env>
  seat(request: Request, conversationId: string): Seat
  context(edge: Edge, request: Request, conversationId: string): Context
}

export function talkRoutes(edge: Edge, place: Place) {
  const of = (c: Request) => {
    const id = c.req.param('id') ?? ''
    return { seat: place.seat(c, id), context: place.context(edge, c, id) }
  }
  return new Hono<Env>()
    .use('/:id/*', place.guard)
    .post('/:id/messages', body(message), async (c) => {
      const { context, seat } = of(c)
      const posted = await postMessage(context, seat, c.req.valid('json').text)
      return c.json(seat.side === 'customer' ? forCustomer(posted) : posted, 201)
    })
    .post('/:id/typing', async (c) => {
      const { seat } = of(c)
      const { id } = await seated(edge.database, seat)
      edge.bus.signal({ kind: 'typing', conversationId: id, side: seat.side })
      return c.body(null, 204)
    })
    .post('/:id/calls', async (c) => {
      const { context, seat } = of(c)
      return c.json(await placeCall(context, seat), 201)
    })
    .post('/:id/calls/:callId/restart', body(restart), async (c) => {
      const { context, seat } = of(c)
      const word = c.req.valid('json').word ?? null
      const { theirs, isNews } = await exchangeRestart(context, seat, c.req.param('callId'), word)
      const conversationId = seat.conversationId as ConversationId
      if (isNews) edge.bus.signal({ kind: 'restart', conversationId, side: seat.side })
      return c.json<RestartAnswer>({ theirs })
    })
    .put('/:id/calls/:callId/report', body(callReport), async (c) => {
      const { context, seat } = of(c)
      await reportCall(context, seat, c.req.param('callId'), c.req.valid('json'))
      return c.body(null, 204)
    })
    .post('/:id/calls/:callId/:verb{answer|decline|end|alive}', async (c) => {
      const { context, seat } = of(c)
      const verb = callVerbs[c.req.param('verb') as keyof typeof callVerbs]
      await verb(context, seat, c.req.param('callId'))
      return c.body(null, 204)
    })
}
