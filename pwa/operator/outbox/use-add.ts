import type { ConversationSummary } from '../../../edge/domain/wire.ts'
import type { Intent } from '../../offline/intent.ts'
import { EdgeError } from '../../platform/request.ts'
import { useOutbox } from './create-outbox.ts'

type About = Pick<ConversationSummary, 'id' | 'customer'>

/**
 * Does something by way of the outbox. Resolves with the edge's answer, or with `null` when it waits for the network.
 * What is refused at once is told to whoever asked, and does not stay in the outbox: the words are still in their field.
 */
export function useAdd(): <T>(intent: Intent, about: About) => Promise<T | null> {
  const outbox = useOutbox()
  return async <T>(intent: Intent, about: About) => {
    const { id, outcome } = await outbox.add(intent, about)
    if (outcome.at === 'waiting') return null
    if (outcome.at === 'sent') return outcome.answer as T
    await outbox.discard(id)
    throw new EdgeError(outcome.code, 409, 'Refused.')
  }
}
