import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Visit } from './every-screen.ts'

const sizes = [
  { width: 360, height: 740 },
  { width: 820, height: 1180 },
  { width: 1440, height: 900 },
]
const themes = ['light', 'dark'] as const
// Fonts, layout and a fading sign come to rest.
const restMs = 350

/** Takes one screen in each size and theme: `<folder>/<size>/<theme>/<name>.png`. */
export function createPhotographer(folder: string): Visit {
  let count = 0
  return async (page, name) => {
    count += 1
    const before = page.viewportSize()
    const file = `${String(count).padStart(2, '0')}-${name}.png`
    for (const size of sizes) {
      await page.setViewportSize(size)
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await page.waitForTimeout(restMs)
        const place = join(folder, `${size.width}x${size.height}`, theme)
        await mkdir(place, { recursive: true })
        await page.screenshot({ path: join(place, file) })
      }
    }
    if (before) await page.setViewportSize(before)
    console.log(file)
  }
}
