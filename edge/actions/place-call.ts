import type { CallId } from '../domain/ids.ts'
import { Refusal } from '../domain/refusal.ts'
import type { OpenCall } from '../domain/wire.ts'
import { insertCall } from '../store/calls.ts'
import { readTeamSettings } from '../store/team-settings.ts'
import type { Context } from './context.ts'
import { perform } from './perform.ts'
import { type Seat, seated } from './seat.ts'

/** The video button in the chat: the other side's page rings. */
export async function placeCall(context: Context, seat: Seat): Promise<OpenCall> {
  return perform(context, async (work) => {
    const { id, state } = await seated(work, seat)
    if (seat.side === 'customer' && !(await readTeamSettings(work)).customersMayCall) {
      throw new Refusal('not-allowed', 'In this conversation the operator starts the video call.')
    }
    if (state !== 'active')
      throw new Refusal('wrong-state', 'There is nobody to call in this conversation now.')
    const call = {
      id: work.newId() as CallId,
      conversationId: id,
      placedBy: seat.side,
      state: 'ringing',
    } as const
    if (!(await insertCall(work, call, work.now))) {
      throw new Refusal('wrong-state', 'A call is under way in this conversation already.')
    }
    await work.record('call.placed', id, { callId: call.id, side: seat.side })
    return { id: call.id, state: call.state, placedBy: seat.side, answeredAt: null }
  })
}
