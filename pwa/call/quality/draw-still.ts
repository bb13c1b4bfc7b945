import { type Drawn, fitStill } from './still-plan.ts'

/** Takes pictures from a camera's track, without a place on the screen. */
export interface StillCamera {
  /** A JPEG of about `bytes`, or `null` while the camera gives nothing. */
  shoot(bytes: number): Promise<Blob | null>
  end(): void
}

// The first guess; every picture teaches the size of the next.
const first: Drawn = { height: 240, quality: 0.6 }
const firstBytes = 12_000
/** One that came out larger than this is drawn again, smaller. */
const tolerable = 1.3

export function makeStillCamera(track: MediaStreamTrack): StillCamera {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  void video.play().catch(() => {})
  const canvas = document.createElement('canvas')
  let last = first
  let lastBytes = firstBytes

  async function shoot(bytes: number): Promise<Blob | null> {
    const { videoWidth, videoHeight } = video
    if (!videoWidth || !videoHeight) return null
    const photo = await drawn(fit(bytes))
    return photo && photo.size > bytes * tolerable ? drawn(fit(bytes)) : photo
  }

  function fit(bytes: number): Drawn {
    return fitStill(last, lastBytes, bytes, Math.min(video.videoWidth, video.videoHeight))
  }

  async function drawn({ height, quality }: Drawn): Promise<Blob | null> {
    const scale = Math.min(1, height / Math.min(video.videoWidth, video.videoHeight))
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
    const photo = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    if (photo) [last, lastBytes] = [{ height, quality }, photo.size]
    return photo
  }

  function end(): void {
    video.srcObject = null
  }

  return { shoot, end }
}
