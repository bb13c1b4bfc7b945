import { type TurnSettings, turnServer } from '../domain/turn.ts'
import type { RelayGateway } from './relay.ts'

/** A coturn of one's own (deploy/coturn/), or no relay at all: nobody outside needs to be asked. */
export function createOwnRelay(settings: TurnSettings): RelayGateway {
  return {
    async serversFor(conversationId, now) {
      const server = await turnServer(settings, conversationId, now)
      return server ? [server] : []
    },
  }
}
