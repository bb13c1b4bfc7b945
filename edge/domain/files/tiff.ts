// EXIF is a TIFF inside of a picture. Of all that cameras write there, only how the picture is turned is needed.

import { says, u16, u32, view } from './bytes.ts'

const orientationTag = 0x0112

/** 1 to 8 by EXIF's table; 1, upright, where nothing sensible is said. */
export function orientationIn(tiff: Uint8Array): number {
  const little = says(tiff, 0, 'II')
  if (!little && !says(tiff, 0, 'MM')) return 1
  const directory = u32(tiff, 4, little)
  const entries = u16(tiff, directory, little)
  for (let place = directory + 2; place < directory + 2 + entries * 12; place += 12) {
    if (place + 12 > tiff.length) break
    if (u16(tiff, place, little) === orientationTag) return turned(u16(tiff, place + 8, little))
  }
  return 1
}

function turned(value: number): number {
  return value >= 1 && value <= 8 ? value : 1
}

/** The same length, with the orientation alone: no place, no time, no serial number, no small picture. */
export function withoutFacts(tiff: Uint8Array): Uint8Array {
  const bare = new Uint8Array(tiff.length)
  if (bare.length < 26) return bare
  const write = view(bare)
  bare.set([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0])
  write.setUint16(10, orientationTag, true)
  write.setUint16(12, 3, true)
  write.setUint32(14, 1, true)
  write.setUint16(18, orientationIn(tiff), true)
  return bare
}
