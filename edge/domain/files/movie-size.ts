// A track's header says how large the movie is shown.

import { ascii, type ReadBytes, u32 } from './bytes.ts'
import { boxesIn } from './movie-boxes.ts'
import type { PictureSize } from './picture-size.ts'

const moovLimit = 16 * 1024 * 1024

export async function movieSize(read: ReadBytes, size: number): Promise<PictureSize | null> {
  for await (const { name, at, end } of boxesIn(read, 0, size)) {
    if (name === 'moov') return end - at > moovLimit ? null : trackSize(await read(at, end - at))
  }
  return null
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
