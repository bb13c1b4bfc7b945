import type { MediaType } from '../attachment.ts'
import { type ReadBytes, u16, withWindow } from './bytes.ts'
import { jpegSize } from './jpeg.ts'
import { movieSize } from './movie-size.ts'
import { pngSize } from './png.ts'
import { webpSize } from './webp.ts'

export interface PictureSize {
  width: number
  height: number
}

/** What the headers say, without decoding anything; `null` where they say nothing. */
export function pictureSize(type: MediaType, read: ReadBytes, size: number): Promise<PictureSize | null> {
  const bytes = withWindow(read)
  switch (type) {
    case 'image/jpeg':
      return jpegSize(bytes)
    case 'image/png':
      return pngSize(bytes)
    case 'image/webp':
      return webpSize(bytes)
    case 'image/gif':
      return gifSize(bytes)
    case 'video/mp4':
    case 'video/quicktime':
      return movieSize(bytes, size)
    default:
      return Promise.resolve(null)
  }
}

async function gifSize(read: ReadBytes): Promise<PictureSize | null> {
  const head = await read(6, 4)
  return head.length === 4 ? { width: u16(head, 0, true), height: u16(head, 2, true) } : null
}
