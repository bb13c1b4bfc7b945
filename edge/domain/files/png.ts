// PNG by its W3C recommendation: chunks of length, type, data and checksum.

import { ascii, type Patch, type ReadBytes, says, u32, view } from './bytes.ts'
import { crc32 } from './crc32.ts'
import type { PictureSize } from './picture-size.ts'
import { withoutFacts } from './tiff.ts'

const chunkLimit = 1_000_000
/** Text chunks hold XMP, and EXIF under other names; nothing in them is shown. */
const texts = new Set(['tEXt', 'iTXt', 'zTXt'])

export async function pngSize(read: ReadBytes): Promise<PictureSize | null> {
  const head = await read(8, 16)
  if (!says(head, 4, 'IHDR') || head.length < 16) return null
  return { width: u32(head, 8), height: u32(head, 12) }
}

export async function pngPrivateParts(read: ReadBytes, size: number): Promise<Patch[]> {
  const patches: Patch[] = []
  for (let at = 8, count = 0; at + 12 <= size && count < chunkLimit; count++) {
    const head = await read(at, 8)
    const [length, type] = [u32(head, 0), ascii(head, 4, 4)]
    if (at + 12 + length > size) break
    if (type === 'eXIf') patches.push(chunk(at, type, withoutFacts(await read(at + 8, length))))
    if (texts.has(type)) patches.push(chunk(at, type, blankText(length)))
    at += 12 + length
  }
  return patches
}

/** A keyword and nothing; with a language and a translation the same bytes mean the same. */
function blankText(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  if (length > 0) bytes[0] = 0x2d
  return bytes
}

function chunk(at: number, type: string, data: Uint8Array): Patch {
  const bytes = new Uint8Array(4 + data.length + 4)
  bytes.set([...type].map((letter) => letter.charCodeAt(0)))
  bytes.set(data, 4)
  view(bytes).setUint32(4 + data.length, crc32(bytes.subarray(0, 4 + data.length)))
  return { at: at + 4, bytes }
}
