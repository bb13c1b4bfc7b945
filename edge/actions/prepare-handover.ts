import { handoverMs } from '../domain/handover.ts'
import { insertHandover } from '../store/handovers.ts'
import type { Context } from './context.ts'
import { perform } from './perform.ts'
import { assertOpen, type Seat, seated } from './seat.ts'

/** The device that has the conversation gives out a code, by which another browser may go on with it. */
export async function prepareHandover(
  context: Context,
  seat: Extract<Seat, { side: 'customer' }>,
  codeHash: string,
): Promise<void> {
  await perform(context, async (work) => {
    const conversation = await seated(work, seat)
    assertOpen(conversation, 'customer')
    await insertHandover(work, {
      codeHash,
      conversationId: conversation.id,
      deviceHash: seat.deviceHash,
      expiresAt: work.now + handoverMs,
    })
  })
}
