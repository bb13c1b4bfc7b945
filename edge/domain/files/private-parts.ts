import type { MediaType } from '../attachment.ts'
import { type Patch, type ReadBytes, withWindow } from './bytes.ts'
import { jpegPrivateParts } from './jpeg.ts'
import { moviePrivateParts } from './movie.ts'
import { pngPrivateParts } from './png.ts'
import { webpPrivateParts } from './webp.ts'

/**
 * What takes the place, the time and the camera out of a photo, and leaves the picture and how it is turned; out of a
 * video the place and the camera.
 * Done again it changes nothing, so it may be cut off anywhere.
 */
export function privateParts(type: MediaType, read: ReadBytes, size: number): Promise<Patch[]> {
  if (type === 'image/jpeg') return jpegPrivateParts(read, size)
  if (type === 'image/png') return pngPrivateParts(withWindow(read), size)
  if (type === 'image/webp') return webpPrivateParts(withWindow(read), size)
  if (type === 'video/mp4' || type === 'video/quicktime') return moviePrivateParts(withWindow(read), size)
  return Promise.resolve([])
}
