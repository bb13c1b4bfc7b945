export function mayShareScreen(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === 'function'
}

/** The screen that the person picked, or `null`: whoever closes the picker changed their mind, which is no fault. */
export async function captureScreen(): Promise<MediaStreamTrack | null> {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 15 } } })
    const track = stream.getVideoTracks()[0] ?? null
    // Letters must stay sharp; the encoder may save on movement.
    if (track) track.contentHint = 'detail'
    return track
  } catch {
    return null
  }
}
