// What the clock does about uploads: finishes those whose process died after the last byte,
// gives up those that nobody goes on with, and clears away what came to nothing.

import { abandonedMs } from '../domain/attachment.ts'
import { Refusal } from '../domain/refusal.ts'
import { cancelAbandoned, leftovers, markRemoved, uploadsUnderWay } from '../store/attachments.ts'
import type { FileContext } from './file-context.ts'
import { perform } from './perform.ts'
import { shareAttachment } from './share-attachment.ts'

const atOnce = 200

export async function tendUploads(context: FileContext): Promise<void> {
  const underWay = await uploadsUnderWay(context.database, atOnce)
  for (const { id } of underWay) await shareAttachment(context, id).catch(unlessRefused)
  const oldest = context.clock() - abandonedMs
  if (underWay.some(({ createdAt }) => createdAt < oldest))
    await perform(context, (work) => cancelAbandoned(work, oldest))
  await removeLeftovers(context)
}

/** The files first: a row is marked only when its file is gone, so a crash in between leaves nothing behind. */
export async function removeLeftovers(context: FileContext): Promise<void> {
  const ids = await leftovers(context.database, atOnce)
  if (ids.length === 0) return
  await Promise.all(ids.map((id) => context.files.remove(id)))
  await perform({ ...context, key: null }, (work) => markRemoved(work, ids, work.now))
}

function unlessRefused(cause: unknown): void {
  if (!(cause instanceof Refusal)) throw cause
}
