import { permission } from './media.ts'

const everyMs = 2_000

/** Takes a device back that something else took: a phone call, another app, a loose plug. */
export interface TakeBack {
  begin(): void
  end(): void
}

/**
 * Tries again while the page is in front, until `take` resolves to true; but only where the browser will not ask,
 * because nobody wants a question that they did not cause.
 */
export function makeTakeBack(name: 'camera' | 'microphone', take: () => Promise<boolean>): TakeBack {
  let timer: ReturnType<typeof setInterval> | undefined
  let isTrying = false

  async function look(): Promise<void> {
    if (isTrying || document.visibilityState !== 'visible') return
    isTrying = true
    const mayTake = (await permission(name)) === 'granted' && timer !== undefined
    if (mayTake && (await take())) end()
    isTrying = false
  }

  function begin(): void {
    if (timer !== undefined) return
    timer = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look)
    navigator.mediaDevices?.addEventListener?.('devicechange', look)
  }

  function end(): void {
    clearInterval(timer)
    timer = undefined
    document.removeEventListener('visibilitychange', look)
    navigator.mediaDevices?.removeEventListener?.('devicechange', look)
  }

  return { begin, end }
}
