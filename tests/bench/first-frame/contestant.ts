import type { Page } from 'playwright-core'
import { until } from '../../support/until.ts'

/** One way to bring two browsers into a call. */
export interface Contestant {
  name: string
  /** Milliseconds from the operator's press to the first frame of the customer's camera on the operator's screen. */
  run(): Promise<number>
  end(): Promise<void>
}

/** The same picture for everybody: a larger one takes longer to encode. */
export const wish = '{ audio: true, video: { width: 1280, height: 720 } }'

/**
 * Put into the operator's page before its own scripts. Notes when the button was pressed, and when a video that
 * `selector` finds first painted a frame wider than a placeholder's 320 pixels.
 */
export function stopwatch(selector: string): string {
  return `(() => {
    window.stopwatch = {}
    addEventListener('click', (event) => {
      stopwatch.pressed ??= event.timeStamp
    }, { capture: true })
    const watched = new WeakSet()
    const look = (video) => video.requestVideoFrameCallback((now) => {
      if (video.videoWidth > 320) stopwatch.seen ??= now
      else look(video)
    })
    const find = () => {
      for (const video of document.querySelectorAll('${selector}')) {
        if (watched.has(video)) continue
        watched.add(video)
        look(video)
      }
    }
    new MutationObserver(find).observe(document, { childList: true, subtree: true, attributes: true })
  })()`
}

export async function readStopwatch(page: Page): Promise<number> {
  await until(page, 'stopwatch.seen !== undefined')
  return page.evaluate('stopwatch.seen - stopwatch.pressed') as Promise<number>
}
