// WebP by RFC 9649: RIFF chunks of a name, a length and data, padded to even places.

import { ascii, type Patch, type ReadBytes, says, u16, u32 } from './bytes.ts'
import type { PictureSize } from './picture-size.ts'
import { withoutFacts } from './tiff.ts'

export async function webpSize(read: ReadBytes): Promise<PictureSize | null> {
  const head = await read(12, 24)
  switch (head.length < 18 ? '' : ascii(head, 0, 4)) {
    case 'VP8X':
      return { width: 1 + u24(head, 12), height: 1 + u24(head, 15) }
    case 'VP8L':
      return { width: 1 + (u32(head, 9, true) & 0x3fff), height: 1 + ((u32(head, 9, true) >>> 14) & 0x3fff) }
    case 'VP8 ':
      return { width: u16(head, 14, true) & 0x3fff, height: u16(head, 16, true) & 0x3fff }
    default:
      return null
  }
}

export async function webpPrivateParts(read: ReadBytes, size: number): Promise<Patch[]> {
  const patches: Patch[] = []
  for (let at = 12; at + 8 <= size; ) {
    const head = await read(at, 8)
    const length = u32(head, 4, true)
    if (says(head, 0, 'EXIF')) patches.push({ at: at + 8, bytes: bareExif(await read(at + 8, length)) })
    if (says(head, 0, 'XMP ')) patches.push({ at: at + 8, bytes: new Uint8Array(length) })
    at += 8 + length + (length % 2)
  }
  return patches.filter((patch) => patch.at + patch.bytes.length <= size)
}

function bareExif(data: Uint8Array): Uint8Array {
  const start = says(data, 0, 'Exif\0\0') ? 6 : 0
  const bytes = data.slice()
  bytes.set(withoutFacts(data.subarray(start)), start)
  return bytes
}

function u24(bytes: Uint8Array, at: number): number {
  return u16(bytes, at, true) + ((bytes[at + 2] ?? 0) << 16)
}
