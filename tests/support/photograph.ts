import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { pseudoLanguage } from './pseudo-language.ts'
import { reworded } from './reword.ts'
import type { Visit } from './screens/visit.ts'
import { turkishWording } from './turkish-wording.ts'

const small = { width: 360, height: 740 }
const middle = { width: 820, height: 1180 }
const large = { width: 1440, height: 900 }
const themes = ['light', 'dark'] as const
// Fonts, layout and a fading sign come to rest.
const restMs = 300

/** Takes one screen in each size and look: `<folder>/<size>/<light | dark | turkish | rtl>/<name>.png`. */
export async function createPhotographer(folder: string): Promise<Visit> {
  const turkish = await turkishWording()
  let count = 0
  return async (page, name) => {
    count += 1
    const file = `${String(count).padStart(2, '0')}-${name}.png`
    const before = page.viewportSize()
    for (const size of [small, middle, large]) {
      await page.setViewportSize(size)
      const take = (look: string) =>
        photograph(page, join(folder, `${size.width}x${size.height}`, look), file)
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await take(theme)
      }
      if (size === middle) continue
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await reworded(page, turkish, () => take('turkish'))
      await reworded(page, pseudoLanguage, () => take('rtl'))
    }
    if (before) await page.setViewportSize(before)
    console.log(file)
  }
}

async function photograph(page: Page, place: string, file: string): Promise<void> {
  await page.waitForTimeout(restMs)
  await mkdir(place, { recursive: true })
  await page.screenshot({ path: join(place, file) })
}
