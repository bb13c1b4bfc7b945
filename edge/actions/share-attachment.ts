import { nameFor } from '../domain/attachment.ts'
import type { Actor, EventData } from '../domain/events.ts'
import { judgeFile, type Verdict } from '../domain/files/judge-file.ts'
import { privateParts } from '../domain/files/private-parts.ts'
import {
  type Attachment,
  attachmentById,
  markCancelled,
  markReady,
  markRefused,
  type ReadyFacts,
} from '../store/attachments.ts'
import { conversationById } from '../store/conversations.ts'
import type { Work } from './context.ts'
import type { FileContext } from './file-context.ts'
import { perform } from './perform.ts'
import { fileRefusal } from './refuse-file.ts'
import { assertOpen } from './seat.ts'

/**
 * The last byte is there: looks at what it is, takes the place out of a photo or a video, and tells both sides.
 * Whoever notices may call it, any number of times: the last PATCH, a HEAD after a reload, the clock after a crash.
 * Throws the refusal of a file that is not taken.
 */
export async function shareAttachment(context: FileContext, id: string): Promise<void> {
  const attachment = await attachmentById(context.database, id)
  if (attachment?.state === 'refused' && attachment.problem) throw fileRefusal(attachment.problem)
  if (attachment?.state !== 'uploading' || !(await isWhole(context, attachment))) return
  const verdict = await judge(context, attachment)
  await perform({ ...context, key: null }, (work) => settle(work, attachment, verdict))
  if ('problem' in verdict) throw fileRefusal(verdict.problem)
}

async function isWhole({ files }: FileContext, { id, size, multipart }: Attachment): Promise<boolean> {
  if (files.at === 'disk') return (await files.size(id)) === size
  return multipart !== null && files.join(id, multipart, size)
}

async function judge({ files }: FileContext, { id, size, name }: Attachment): Promise<Verdict> {
  const read = files.reader(id, size)
  const verdict = await judgeFile(read, size, name)
  if (!('problem' in verdict)) await files.seal(id, size, await privateParts(verdict.type, read, size))
  return verdict
}

async function settle(work: Work, attachment: Attachment, verdict: Verdict): Promise<void> {
  if ('problem' in verdict) return markRefused(work, attachment.id, verdict.problem)
  const conversation = await conversationById(work, attachment.conversationId)
  if (!conversation) return
  try {
    assertOpen(conversation, attachment.side)
  } catch {
    return markCancelled(work, attachment.id)
  }
  const name = nameFor(attachment.name, verdict.type)
  await share(work, attachment, { ...verdict, name })
}

async function share(work: Work, attachment: Attachment, facts: ReadyFacts): Promise<void> {
  const { id, conversationId, side, size, operator } = attachment
  if (!(await markReady(work, id, facts, work.now))) return
  const { kind, name, type, width, height } = facts
  const data: EventData['attachment.shared'] = {
    attachmentId: id,
    side,
    kind,
    name,
    type,
    size,
    width,
    height,
  }
  // The clock may be the one who notices; it is still its sender's file.
  const actor: Actor = operator ? { kind: 'operator', ...operator } : { kind: 'customer' }
  await work.record('attachment.shared', conversationId, data, actor)
}
