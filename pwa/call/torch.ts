import { type Accessor, createEffect, createSignal, on } from 'solid-js'
import type { Line } from './line.ts'

export interface Torch {
  /** The camera that is shown has a light, and the browser lets us work it. */
  isPossible: Accessor<boolean>
  isOn: Accessor<boolean>
  toggle(): Promise<void>
}

// Not yet in TypeScript's own list. Source: MediaStream Image Capture, section 10.
type WithTorch<T> = T & { torch?: boolean }

/** The light beside a phone's camera, for what lies in the dark: a meter, a label, a broken part. */
export function createTorch(line: Line): Torch {
  const [isOn, setOn] = createSignal(false)
  const camera = () => line.local()?.getVideoTracks()[0]
  const isPossible = () =>
    (camera()?.getCapabilities?.() as WithTorch<MediaTrackCapabilities> | undefined)?.torch === true

  // Another camera comes without its light.
  createEffect(on(camera, () => setOn(false)))

  async function toggle(): Promise<void> {
    const next = !isOn()
    const wish: WithTorch<MediaTrackConstraintSet> = { torch: next }
    const isDone = await camera()
      ?.applyConstraints({ advanced: [wish] })
      .then(
        () => true,
        () => false,
      )
    if (isDone) setOn(next)
  }

  return { isPossible, isOn, toggle }
}
