import type { ConversationId } from '../domain/ids.ts'
import { rendezvous } from '../domain/rendezvous.ts'
import { brokerOf, keepBroker } from '../store/conversation-brokers.ts'
import type { Context } from './context.ts'
import { perform } from './perform.ts'

export interface BrokerChoice {
  addresses: readonly string[]
  isThere(address: string): boolean
}

/**
 * The brokers for a conversation, its own first. Both sides get the same one, from whichever instance: it is kept, so
 * that a broker that comes back does not part those who met at another one meanwhile.
 */
export async function chooseBroker(
  context: Context,
  conversationId: ConversationId,
  { addresses, isThere }: BrokerChoice,
): Promise<string[]> {
  const ranked = rendezvous(addresses, conversationId)
  if (ranked.length < 2) return ranked
  const good = (broker: string | null): broker is string =>
    broker !== null && addresses.includes(broker) && isThere(broker)
  const kept = await brokerOf(context.database, conversationId)
  const chosen = good(kept) ? kept : await choose()
  return [chosen, ...ranked.filter((broker) => broker !== chosen)]

  function choose(): Promise<string> {
    return perform({ ...context, key: null }, async (work) => {
      // The other side may have been faster.
      const now = await brokerOf(work, conversationId)
      if (good(now)) return now
      const next = ranked.find(isThere) ?? ranked[0] ?? ''
      await keepBroker(work, conversationId, next)
      return next
    })
  }
}
