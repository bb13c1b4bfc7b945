// JPEG by ITU T.81: segments of a marker and a length, then the picture itself.

import { type Patch, type ReadBytes, says, u16 } from './bytes.ts'
import type { PictureSize } from './picture-size.ts'
import { orientationIn, withoutFacts } from './tiff.ts'

const segmentLimit = 10_000

/** As it is shown, turned by its EXIF; `null` where the headers are not whole. */
export async function jpegSize(read: ReadBytes): Promise<PictureSize | null> {
  let orientation = 1
  let at = 2
  for (let count = 0; count < segmentLimit; count++) {
    const head = await read(at, 9)
    if (head.length < 9 || head[0] !== 0xff) return null
    const marker = head[1] ?? 0
    // Fill bytes, and markers without a length.
    if (marker === 0xff || marker === 0x01) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    const length = u16(head, 2)
    if (isFrame(marker)) return sizeOf(u16(head, 7), u16(head, 5), orientation)
    if (marker === 0xe1) orientation = (await orientationAt(read, at, length)) ?? orientation
    if (marker === 0xda || marker === 0xd9 || length < 2) return null
    at += 2 + length
  }
  return null
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function sizeOf(width: number, height: number, orientation: number): PictureSize {
  return orientation > 4 ? { width: height, height: width } : { width, height }
}

async function orientationAt(read: ReadBytes, at: number, length: number): Promise<number | null> {
  const payload = await read(at + 4, length - 2)
  return says(payload, 0, exif) ? orientationIn(payload.subarray(exif.length)) : null
}

const exif = 'Exif\0\0'
const windowBytes = 256 * 1024
/** A marker, a length, and the longest signature that is looked for. */
const overlap = 64

/**
 * What blanks EXIF, XMP and IPTC. Phones put further pictures behind the first, each with a place of its own,
 * so the whole file is searched; inside a picture's data 0xFF is followed by 0x00 or a restart marker alone.
 */
export async function jpegPrivateParts(read: ReadBytes, size: number): Promise<Patch[]> {
  const patches: Patch[] = []
  for (let at = 0; at < size; at += windowBytes) {
    const window = await read(at, windowBytes + overlap)
    let place = window.indexOf(0xff)
    while (place >= 0 && place < windowBytes) {
      const patch = isPrivate(window, place) && (await blanked(read, at + place, u16(window, place + 2)))
      if (patch) patches.push(patch)
      place = window.indexOf(0xff, place + 1)
    }
  }
  return patches
}

function isPrivate(bytes: Uint8Array, place: number): boolean {
  const marker = bytes[place + 1]
  if (marker === 0xed) return says(bytes, place + 4, 'Photoshop 3.0\0')
  // Some write another sixth byte, which readers forgive.
  return (
    marker === 0xe1 && (says(bytes, place + 4, 'Exif\0') || says(bytes, place + 4, 'http://ns.adobe.com/x'))
  )
}

async function blanked(read: ReadBytes, at: number, length: number): Promise<Patch | null> {
  const payload = await read(at + 4, length - 2)
  const bytes = new Uint8Array(payload.length)
  if (says(payload, 0, exif)) {
    bytes.set(payload.subarray(0, exif.length))
    bytes.set(withoutFacts(payload.subarray(exif.length)), exif.length)
  }
  return { at: at + 4, bytes }
}
