import { notFound } from '../domain/refusal.ts'
import { attachmentById, markCancelled } from '../store/attachments.ts'
import { own } from './begin-attachment.ts'
import type { Context } from './context.ts'
import { perform } from './perform.ts'
import { type Seat, seated } from './seat.ts'

/** Its sender gives an upload up. What has been shared stays; the clock clears the file away. */
export async function cancelAttachment(context: Context, seat: Seat, id: string): Promise<void> {
  await perform({ ...context, key: null }, async (work) => {
    const conversation = await seated(work, seat)
    const attachment = await attachmentById(work, id)
    if (!attachment) throw notFound('attachment')
    await markCancelled(work, own(attachment, conversation, seat).id)
  })
}
