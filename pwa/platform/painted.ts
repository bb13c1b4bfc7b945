import { createSignal } from 'solid-js'

// A page in the background draws no frames, and has its work to do all the same.
const patienceMs = 300

/** Resolves after the frame that shows what is drawn now. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, patienceMs)
    if (typeof requestAnimationFrame === 'function') requestAnimationFrame(() => setTimeout(resolve))
  })
}

/** Resolves a frame later still: the first moment is left to whoever taps at once. */
export async function paintedTwice(): Promise<void> {
  await painted()
  await painted()
}

const [isPainted, setPainted] = createSignal(false)

/** Whether there is something on the screen already: what takes its time to be made can wait for that. */
export { isPainted }

export function noteFirstPaint(): Promise<void> {
  return painted().then(() => void setPainted(true))
}
