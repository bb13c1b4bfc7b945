import { largestPhoto, photoType } from './photo-pieces.ts'

// A camera that needs longer to focus is not waited for: the frame on the screen does, too.
const cameraPatienceMs = 4_000
const longestSide = 4_096

/** The best picture that the camera gives, or `null`. Larger than the stream's where the browser can. */
export async function takePhoto(video: HTMLVideoElement, track: MediaStreamTrack): Promise<Blob | null> {
  const photo = await fromCamera(track)
  const fit = photo && (await fitting(photo))
  return fit ?? grabFrame(video)
}

/** The frame that is on the screen now, in the camera's full resolution and never mirrored. */
export function grabFrame(video: HTMLVideoElement): Promise<Blob | null> {
  return jpegOf(video, video.videoWidth, video.videoHeight)
}

async function fromCamera(track: MediaStreamTrack): Promise<Blob | null> {
  // A screen has no shutter; and Firefox and Safari have none for cameras either.
  if (typeof ImageCapture === 'undefined' || !track.getSettings().deviceId) return null
  const late = new Promise<null>((resolve) => setTimeout(resolve, cameraPatienceMs, null))
  try {
    return await Promise.race([new ImageCapture(track).takePhoto(), late])
  } catch {
    return null
  }
}

async function fitting(photo: Blob): Promise<Blob | null> {
  const start = new Uint8Array(await photo.slice(0, 8).arrayBuffer())
  if (photo.size <= largestPhoto && photoType(start) === 'image/jpeg') return photo
  const bitmap = await createImageBitmap(photo).catch(() => null)
  if (!bitmap) return null
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height))
  const smaller = await jpegOf(bitmap, Math.round(bitmap.width * scale), Math.round(bitmap.height * scale))
  bitmap.close()
  return smaller
}

async function jpegOf(source: CanvasImageSource, width: number, height: number): Promise<Blob | null> {
  if (!width || !height) return null
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  canvas.getContext('2d')?.drawImage(source, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
  return blob && blob.size <= largestPhoto ? blob : null
}
