import {
  type AttachmentKind,
  attachmentLimits,
  type FileProblem,
  nameFor,
} from '../../../edge/domain/attachment.ts'
import type { Patch, ReadBytes } from '../../../edge/domain/files/bytes.ts'
import { judgeFile } from '../../../edge/domain/files/judge-file.ts'
import { privateParts } from '../../../edge/domain/files/private-parts.ts'
import { asJpeg } from './as-jpeg.ts'

export interface PreparedFile {
  file: Blob
  name: string
  kind: AttachmentKind
}

/** What leaves this device: looked at, the place taken out of a photo or a video, Apple's format turned into everybody's. */
export async function prepareFile(file: File): Promise<PreparedFile | { problem: FileProblem }> {
  if (file.size > attachmentLimits.file) return { problem: 'too-large' }
  const found = await judged(file, file.name)
  if (!('problem' in found)) return found
  const photo = mayBePhoto(file, found.problem) ? await asJpeg(file) : null
  return photo ? judged(photo, file.name) : found
}

async function judged(file: Blob, name: string): Promise<PreparedFile | { problem: FileProblem }> {
  const read = readerOf(file)
  const verdict = await judgeFile(read, file.size, name)
  if ('problem' in verdict) return verdict
  const patches = await privateParts(verdict.type, read, file.size)
  return { file: patched(file, patches), name: nameFor(name, verdict.type), kind: verdict.kind }
}

function readerOf(file: Blob): ReadBytes {
  return async (at, length) => new Uint8Array(await file.slice(at, at + length).arrayBuffer())
}

/** The parts between are references to the file, so nothing large is copied. */
function patched(file: Blob, patches: readonly Patch[]): Blob {
  if (patches.length === 0) return file
  const parts: BlobPart[] = []
  let at = 0
  for (const patch of patches) {
    parts.push(file.slice(at, patch.at), new Uint8Array(patch.bytes))
    at = patch.at + patch.bytes.length
  }
  return new Blob([...parts, file.slice(at)])
}

function mayBePhoto(file: File, problem: FileProblem): boolean {
  return problem === 'heic' || (file.type.startsWith('image/') && file.type !== 'image/svg+xml')
}
