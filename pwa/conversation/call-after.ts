import type { AnyEvent } from '../../edge/domain/events.ts'
import type { OpenCall } from '../../edge/domain/wire.ts'

/** The open call after the event. A call answered without a ring is the one that the link asked for. */
export function callAfter(call: OpenCall | null, event: AnyEvent): OpenCall | null {
  switch (event.type) {
    case 'call.placed':
      return { id: event.data.callId, state: 'ringing', placedBy: event.data.side, answeredAt: null }
    case 'call.answered': {
      const placedBy = call?.id === event.data.callId ? call.placedBy : 'customer'
      return { id: event.data.callId, state: 'live', placedBy, answeredAt: event.at }
    }
    case 'call.declined':
    case 'call.cancelled':
    case 'call.missed':
    case 'call.hung-up':
    case 'call.lost':
      return call?.id === event.data.callId ? null : call
    default:
      return call
  }
}
