import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import type { View } from './picture-geometry.ts'

/** A picture on the screen, and where its box lies within the stage. */
export interface PlacedView extends View {
  left: number
  top: number
}

/**
 * How the video is fitted right now, kept up to date; `null` while it has no picture. `size` is the stage's: a
 * window of its own has an observer of its own, since the page's rests while the page is covered.
 */
export function createPictureView(
  video: Accessor<HTMLVideoElement | undefined>,
  mirrored: Accessor<boolean>,
  size: Accessor<unknown>,
): Accessor<PlacedView | null> {
  const [view, setView] = createSignal<PlacedView | null>(null)

  createEffect(() => {
    const element = video()
    if (!element) return
    const isMirrored = mirrored()
    size()
    const look = () => setView(viewOf(element, isMirrored))
    const Observer = element.ownerDocument.defaultView?.ResizeObserver ?? ResizeObserver
    const watch = new Observer(look)
    watch.observe(element)
    element.addEventListener('resize', look)
    element.addEventListener('loadedmetadata', look)
    look()
    onCleanup(() => {
      watch.disconnect()
      element.removeEventListener('resize', look)
      element.removeEventListener('loadedmetadata', look)
    })
  })
  return view
}

function viewOf(video: HTMLVideoElement, mirrored: boolean): PlacedView | null {
  const { clientWidth: width, clientHeight: height, videoWidth: frameWidth, videoHeight: frameHeight } = video
  if (!width || !height || !frameWidth || !frameHeight) return null
  const fit = getComputedStyle(video).objectFit === 'cover' ? 'cover' : 'contain'
  return { width, height, frameWidth, frameHeight, fit, mirrored, ...cornerWithin(video) }
}

// Where the stage's own corner is, whatever positioned boxes lie in between.
function cornerWithin(video: HTMLElement): { left: number; top: number } {
  const stage = video.closest('section')?.getBoundingClientRect()
  const box = video.getBoundingClientRect()
  return { left: box.left - (stage?.left ?? 0), top: box.top - (stage?.top ?? 0) }
}
