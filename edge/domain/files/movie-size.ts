// MP4 and QuickTime by ISO 14496-12: boxes of a length and a name. A track's header says how large it is shown.

import { ascii, type ReadBytes, says, u32, view } from './bytes.ts'
import type { PictureSize } from './picture-size.ts'

const boxLimit = 10_000
const moovLimit = 16 * 1024 * 1024

export async function movieSize(read: ReadBytes, size: number): Promise<PictureSize | null> {
  for (let at = 0, count = 0; at + 8 <= size && count < boxLimit; count++) {
    const head = await read(at, 16)
    const length = boxLength(head, size - at)
    if (length < 8) return null
    if (says(head, 4, 'moov')) return length > moovLimit ? null : trackSize(await read(at, length))
    at += length
  }
  return null
}

function boxLength(head: Uint8Array, rest: number): number {
  const length = u32(head, 0)
  if (length === 1 && head.length === 16) return Number(view(head).getBigUint64(8))
  return length === 0 ? rest : length
}

/** The first track that is seen at all; sound has a width of nothing. */
function trackSize(moov: Uint8Array): PictureSize | null {
  for (let place = moov.indexOf(0x74); place >= 0; place = moov.indexOf(0x74, place + 1)) {
    if (ascii(moov, place, 4) !== 'tkhd') continue
    const end = place - 4 + u32(moov, place - 4)
    const [width, height] = [u32(moov, end - 8) >>> 16, u32(moov, end - 4) >>> 16]
    // Of the matrix nine numbers long, the first is nothing when the picture lies on its side.
    const isTurned = u32(moov, end - 44) === 0
    if (width > 0 && height > 0) return isTurned ? { width: height, height: width } : { width, height }
  }
  return null
}
