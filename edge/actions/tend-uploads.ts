// What the clock does about uploads: finishes those whose process died after the last byte,
// gives up those that nobody goes on with, and clears away what came to nothing.

import { abandonedMs } from '../domain/attachment.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  areAnyAbandoned,
  cancelAbandoned,
  type Leftover,
  leftovers,
  markRemoved,
  perhapsWhole,
} from '../store/attachments.ts'
import type { FileContext } from './file-context.ts'
import { perform } from './perform.ts'
import { shareAttachment } from './share-attachment.ts'

const atOnce = 200
/** Whoever was told that a file is whole is given this long to finish it. */
const finishingMs = 30_000

/** Throws the first fault, after everything else had its turn: one file must not hold the others. */
export async function tendUploads(context: FileContext): Promise<void> {
  const now = context.clock()
  const faults: unknown[] = []
  for (const id of await perhapsWhole(context.database, now - finishingMs, atOnce))
    await shareAttachment(context, id).catch((cause) => faults.push(cause))
  const oldest = now - abandonedMs
  if (await areAnyAbandoned(context.database, oldest))
    await perform(context, (work) => cancelAbandoned(work, oldest))
  await removeLeftovers(context).catch((cause) => faults.push(cause))
  for (const cause of faults) if (!(cause instanceof Refusal)) throw cause
}

/** The files first: a row is marked only when its file is gone, so a crash in between leaves nothing behind. */
export async function removeLeftovers(context: FileContext): Promise<void> {
  const gone = await leftovers(context.database, atOnce)
  if (gone.length === 0) return
  await Promise.all(gone.map((one) => remove(context, one)))
  const ids = gone.map(({ id }) => id)
  await perform({ ...context, key: null }, (work) => markRemoved(work, ids, work.now))
}

function remove({ files }: FileContext, { id, multipart }: Leftover): Promise<void> {
  return files.at === 'disk' ? files.remove(id) : files.remove(id, multipart)
}
