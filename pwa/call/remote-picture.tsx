import { createEffect } from 'solid-js'
import { useWords } from '../words/words.tsx'
import type { Line } from './line.ts'
import { sideLabel } from './side-label.ts'

export interface RemotePictureProps {
  line: Line
  /** The browser wants a tap before it makes a sound. */
  onBlocked(): void
  ref(video: HTMLVideoElement): void
}

/** The other side, large. Its sound comes from here too, also while the picture is covered. */
export function RemotePicture(props: RemotePictureProps) {
  const { t } = useWords()
  const isScreen = () => props.line.remoteMedia().screen
  let video: HTMLVideoElement | undefined

  createEffect(() => {
    const stream = props.line.remote()
    if (video) void play(video, stream, props.onBlocked)
  })

  return (
    // biome-ignore lint/a11y/useMediaCaption: nobody has written down what is being said
    <video
      ref={(element) => {
        video = element
        props.ref(element)
      }}
      aria-label={t(sideLabel(props.line.side === 'customer' ? 'operator' : 'customer'))}
      playsinline
      class="absolute inset-0 size-full bg-stage"
      classList={{ 'object-contain': isScreen(), 'object-cover @3xl:object-contain': !isScreen() }}
    />
  )
}

// With sound if the browser lets us; else the picture alone, and the sound after a tap.
async function play(video: HTMLVideoElement, stream: MediaStream | null, onBlocked: () => void) {
  video.srcObject = stream
  if (!stream) return
  try {
    await video.play()
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotAllowedError')) return
    video.muted = true
    void video.play().catch(() => {})
    onBlocked()
  }
}
