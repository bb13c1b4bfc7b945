import { notFound } from '../domain/refusal.ts'
import { type Attachment, attachmentById } from '../store/attachments.ts'
import { own } from './begin-attachment.ts'
import type { Context } from './context.ts'
import { assertOpen, type Seat, seated } from './seat.ts'

/** The upload that goes on: its sender's alone, and only while both sides may still write. */
export async function openUpload(context: Context, seat: Seat, id: string): Promise<Attachment> {
  const conversation = await seated(context.database, seat)
  const attachment = await attachmentById(context.database, id)
  if (!attachment || attachment.state === 'cancelled') throw notFound('attachment')
  own(attachment, conversation, seat)
  if (attachment.state === 'uploading') assertOpen(conversation, seat.side)
  return attachment
}
