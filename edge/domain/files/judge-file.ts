import { type AttachmentKind, type FileProblem, kindOf, type MediaType, pixelLimit } from '../attachment.ts'
import type { ReadBytes } from './bytes.ts'
import { kindOfFile } from './kind-of-file.ts'
import { pictureSize } from './picture-size.ts'

export type Verdict =
  | { type: MediaType; kind: AttachmentKind; width: number | null; height: number | null }
  | { problem: FileProblem }

/** Whether a file is taken, and as what; by its content, without unpacking or decoding any of it. */
export async function judgeFile(read: ReadBytes, size: number, name: string): Promise<Verdict> {
  if (size === 0) return { problem: 'empty' }
  const type = await kindOfFile(read, size, name)
  if (!isMediaType(type)) return { problem: type }
  const kind = kindOf(type)
  const shown = await pictureSize(type, read, size)
  if (kind !== 'photo') return { type, kind, width: shown?.width ?? null, height: shown?.height ?? null }
  if (!shown || shown.width === 0 || shown.height === 0) return { problem: 'damaged' }
  if (shown.width * shown.height > pixelLimit) return { problem: 'picture-too-large' }
  return { type, kind, ...shown }
}

function isMediaType(found: MediaType | FileProblem): found is MediaType {
  return found.includes('/')
}
