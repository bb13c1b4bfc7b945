import type { AnyEvent } from '../domain/events.ts'
import { readMessage } from '../domain/message.ts'
import type { OperatorContext } from './context.ts'
import { perform } from './perform.ts'
import { refuseMessage } from './post-message.ts'
import { type Seat, within } from './seat.ts'

/**
 * A note for the team, which the customer never sees. Whoever may read the conversation may write one, whatever has
 * become of it: what is worth remembering is often known after the end. Its id is the request's key, as a message's.
 */
export async function writeNote(
  context: OperatorContext,
  seat: Extract<Seat, { side: 'operator' }>,
  text: string,
): Promise<AnyEvent> {
  return perform(context, async (work) => {
    const kept = readMessage(text)
    if (kept === null) throw refuseMessage(text)
    const { id } = await within(work, seat)
    return work.record('note.written', id, { noteId: context.key ?? work.newId(), text: kept })
  })
}
