import type { MediaType } from '../domain/attachment.ts'
import { notFound } from '../domain/refusal.ts'
import { type Attachment, attachmentById } from '../store/attachments.ts'
import type { Reads } from '../store/database.ts'

export type { Attachment } from '../store/attachments.ts'

/** A file of this conversation that has arrived. That its reader may read the conversation was found out before. */
export async function readAttachment(
  reads: Reads,
  conversationId: string,
  id: string,
): Promise<Attachment & { type: MediaType }> {
  const found = await attachmentById(reads, id)
  const { type } = found ?? { type: null }
  if (found?.conversationId !== conversationId || found.state !== 'ready' || !type)
    throw notFound('attachment')
  return { ...found, type }
}
