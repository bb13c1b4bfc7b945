import type { Page } from 'playwright-core'

/** Where the pointer's mark is: in pixels of the window, and as a share of the video's own frame. */
export interface Mark {
  px: number
  py: number
  x: number
  y: number
  /** Of the video's box. */
  width: number
}

/**
 * Reckons from the outside what the page must have reckoned: the browser's own boxes, how CSS fits a frame
 * into them, and the mirror.
 */
export async function markOn(page: Page, label: string): Promise<Mark> {
  return page.evaluate(`(() => {
    const mark = document.querySelector('[data-mark=point]').getBoundingClientRect()
    const video = document.querySelector('[aria-label="${label}"]')
    const box = video.getBoundingClientRect()
    const { objectFit, scale, transform } = getComputedStyle(video)
    const ratios = [box.width / video.videoWidth, box.height / video.videoHeight]
    const zoom = objectFit === 'cover' ? Math.max(...ratios) : Math.min(...ratios)
    const px = mark.left + mark.width / 2
    const py = mark.top + mark.height / 2
    const across = (px - (box.left + box.width / 2)) / (video.videoWidth * zoom)
    const down = (py - (box.top + box.height / 2)) / (video.videoHeight * zoom)
    const isMirror = scale.startsWith('-1') || transform.startsWith('matrix(-1')
    return { px, py, x: 0.5 + (isMirror ? -across : across), y: 0.5 + down, width: box.width }
  })()`)
}
