import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
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

/**
 * Takes one screen in each size and look: `<folder>/<size>/<light | dark | turkish | rtl>/<name>.png`.
 * @param words with some, only the pictures with one of them in that path
 */
export async function createPhotographer(folder: string, words: readonly string[] = []): Promise<Visit> {
  const turkish = await turkishWording()
  let count = 0
  return async (page, name) => {
    count += 1
    const file = `${String(count).padStart(2, '0')}-${name}.png`
    const before = page.viewportSize()
    for (const size of [small, middle, large]) {
      const pathOf = (look: string) => join(`${size.width}x${size.height}`, look, file)
      const wanted = (look: string) => words.length === 0 || words.some((word) => pathOf(look).includes(word))
      const take = (look: string) => photograph(page, join(folder, pathOf(look)))
      await page.setViewportSize(size)
      for (const theme of themes.filter(wanted)) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await take(theme)
      }
      if (size === middle) continue
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      if (wanted('turkish')) await reworded(page, turkish, () => take('turkish'))
      if (wanted('rtl')) await reworded(page, pseudoLanguage, () => take('rtl'))
    }
    if (before) await page.setViewportSize(before)
    console.log(file)
  }
}

async function photograph(page: Page, path: string): Promise<void> {
  await page.waitForTimeout(restMs)
  await mkdir(dirname(path), { recursive: true })
  await page.screenshot({ path })
}
