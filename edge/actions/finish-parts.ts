import { Refusal } from '../domain/refusal.ts'
import { markWhole } from '../store/attachments.ts'
import type { FileContext } from './file-context.ts'
import { openUpload } from './open-upload.ts'
import { perform } from './perform.ts'
import type { Seat } from './seat.ts'
import { shareAttachment } from './share-attachment.ts'

/** Its sender says that all of it is in the bucket. From here on it is finished, by us or by the clock after us. */
export async function finishParts(context: FileContext, seat: Seat, id: string): Promise<void> {
  const upload = await openUpload(context, seat, id)
  if (upload.state === 'uploading')
    await perform({ ...context, key: null }, (work) => markWhole(work, upload.id, work.now))
  await shareAttachment(context, upload.id)
  const { state } = await openUpload(context, seat, id)
  if (state === 'uploading') throw new Refusal('wrong-state', 'Not all of it has arrived.')
}
