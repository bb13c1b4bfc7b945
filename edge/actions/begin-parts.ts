import type { BucketFiles } from '../gateways/files.ts'
import { type Attachment, keepMultipart } from '../store/attachments.ts'
import type { Context } from './context.ts'
import { perform } from './perform.ts'

/** The bucket's name for the parts of an upload; asked for again it is the same, whoever asks and wherever. */
export async function beginParts(
  context: Context,
  files: BucketFiles,
  { id, multipart }: Attachment,
): Promise<string> {
  if (multipart !== null) return multipart
  const begun = await files.begin(id)
  const kept = await perform({ ...context, key: null }, (work) => keepMultipart(work, id, begun))
  // Announced twice at once: nobody knows the other one.
  if (kept !== begun) await files.giveUp(id, begun)
  return kept
}
