import { readFileName } from '../domain/attachment.ts'
import { type AttachmentId, isId } from '../domain/ids.ts'
import { notFound, Refusal } from '../domain/refusal.ts'
import { type Attachment, attachmentById, attachmentLoad, insertAttachment } from '../store/attachments.ts'
import type { Conversation } from '../store/conversations.ts'
import type { Work } from './context.ts'
import type { FileContext } from './file-context.ts'
import { perform } from './perform.ts'
import { fileRefusal } from './refuse-file.ts'
import { assertOpen, type Seat, seated } from './seat.ts'

/**
 * Announces a file of `size` bytes. Its id is the request's key, so that announcing it again, after an answer
 * that was lost, is the same upload.
 */
export async function beginAttachment(
  context: FileContext,
  seat: Seat,
  file: { name: string; size: number },
): Promise<Attachment> {
  const id = (context.key && isId(context.key) ? context.key : context.newId()) as AttachmentId
  return perform({ ...context, key: null }, async (work) => {
    const conversation = await seated(work, seat)
    const known = await attachmentById(work, id)
    if (known) return own(known, conversation, seat)
    assertOpen(conversation, seat.side)
    await assertRoom(work, context, conversation, seat, file.size)
    const operator = seat.side === 'operator' ? seat.me : null
    const { side } = seat
    const begun = {
      id,
      conversationId: conversation.id,
      side,
      operator,
      name: readFileName(file.name),
      size: file.size,
    }
    await insertAttachment(work, begun, work.now)
    return { ...begun, ...unseen, createdAt: work.now }
  })
}

const unseen = { state: 'uploading', type: null, kind: null, problem: null, multipart: null } as const

/** An id that somebody else has is not told from one that cannot be had. */
export function own(attachment: Attachment, conversation: Conversation, seat: Seat): Attachment {
  const mine = attachment.conversationId === conversation.id && attachment.side === seat.side
  if (!mine || (seat.side === 'operator' && attachment.operator?.id !== seat.me.id))
    throw notFound('attachment')
  return attachment
}

async function assertRoom(
  work: Work,
  { attachmentLimits: limits }: FileContext,
  conversation: Conversation,
  seat: Seat,
  size: number,
): Promise<void> {
  if (size <= 0) throw fileRefusal('empty')
  if (size > limits.file) throw fileRefusal('too-large')
  const { bytes, open } = await attachmentLoad(work, conversation.id, seat.side)
  if (open >= limits.open) {
    throw new Refusal('too-many', 'Too many files are on their way at once. Wait for one to arrive.')
  }
  if (bytes + size > limits.conversation) {
    throw new Refusal('too-large', 'This conversation holds as many files as it can.', {
      problem: 'conversation-full',
    })
  }
}
