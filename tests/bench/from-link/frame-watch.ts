import type { CDPSession, Page } from 'playwright-core'

/** How much slower than this machine a customer's phone is. */
const slower = 4

export async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  return session
}

/**
 * Put into a page before its own scripts. Presses what has this name as soon as it is there, as nobody could, and
 * notes when a video that `selector` finds shows its first frame that is not black.
 */
export function frameWatch(selector: string, press = ''): string {
  return `(() => {
    const dot = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const isBlack = (video) => {
      dot.drawImage(video, 0, 0, 1, 1)
      return dot.getImageData(0, 0, 1, 1).data.slice(0, 3).every((part) => part < 30)
    }
    window.pictured = new Promise((resolve) => {
      const look = (video) => video.requestVideoFrameCallback((now) => (isBlack(video) ? look(video) : resolve(now)))
      const watched = new WeakSet()
      new MutationObserver(() => {
        for (const button of document.querySelectorAll('button')) {
          if ('${press}' && button.textContent.trim() === '${press}' && !watched.has(button)) button.click()
          if ('${press}' && button.textContent.trim() === '${press}') watched.add(button)
        }
        for (const video of document.querySelectorAll('${selector}')) {
          if (!watched.has(video)) look(video)
          watched.add(video)
        }
      }).observe(document, { childList: true, subtree: true, attributes: true })
    })
  })()`
}

/** Milliseconds from the page's beginning. */
export async function whenPictured(page: Page): Promise<number> {
  return page.evaluate(
    'Promise.race([pictured, new Promise((_, late) => setTimeout(late, 40_000, "no frame"))])',
  )
}
