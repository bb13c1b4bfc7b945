import { type Accessor, createEffect, createSignal } from 'solid-js'
import type { Line } from './line.ts'

export interface Playback {
  /** The browser wants a tap before it makes a sound; the picture runs without. */
  isBlocked: Accessor<boolean>
  attach(video: HTMLVideoElement): void
  video: Accessor<HTMLVideoElement | undefined>
  /** Within a tap: brings the sound. */
  join(): void
}

/** Plays the other side, with sound as soon as the browser lets us. */
export function createPlayback(line: Line): Playback {
  const [video, setVideo] = createSignal<HTMLVideoElement>()
  const [isBlocked, setBlocked] = createSignal(false)

  createEffect(() => {
    const element = video()
    if (element) void show(element, line.remote())
  })

  // Whoever lets the page have a microphone or a camera lets it be heard, too: the tap can be spared.
  createEffect(() => {
    const { camera, microphone } = line.media()
    if (isBlocked() && (camera === 'on' || microphone === 'on')) join()
  })

  async function show(element: HTMLVideoElement, stream: MediaStream | null): Promise<void> {
    element.srcObject = stream
    if (stream) await play(element)
  }

  async function play(element: HTMLVideoElement): Promise<void> {
    try {
      await element.play()
      setBlocked(element.muted)
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'NotAllowedError')) return
      setBlocked(true)
      element.muted = true
      await element.play().catch(() => {})
    }
  }

  function join(): void {
    const element = video()
    if (!element) return
    element.muted = false
    void play(element)
  }

  function attach(element: HTMLVideoElement): void {
    element.addEventListener('loadeddata', line.pictured)
    setVideo(element)
  }

  return { isBlocked, attach, video, join }
}
