// Tracks that stand in for a camera and a microphone that are off, refused or not granted yet: the call is
// made with them at once and the real ones are put in their place, without a new negotiation.

export interface Tracks {
  audio: MediaStreamTrack
  video: MediaStreamTrack
}

export function makePlaceholder(): Tracks & { end(): void } {
  const sound = makeSilence()
  const video = blackPicture()
  const end = () => {
    sound.end()
    video.stop()
  }
  return { audio: sound.track, video, end }
}

function blackPicture(): MediaStreamTrack {
  const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 })
  canvas.getContext('2d')?.fillRect(0, 0, canvas.width, canvas.height)
  return firstOf(canvas.captureStream(1))
}

function makeSilence() {
  const context = new AudioContext()
  const track = firstOf(context.createMediaStreamDestination().stream)
  const end = () => {
    track.stop()
    void context.close()
  }
  return { track, end }
}

function firstOf(stream: MediaStream): MediaStreamTrack {
  const [track] = stream.getTracks()
  if (!track) throw new Error('the browser made a stream without a track')
  return track
}
