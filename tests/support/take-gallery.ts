import { rm } from 'node:fs/promises'
import { closeBrowsers } from './browsers.ts'
import { visitEveryScreen } from './every-screen.ts'
import { createPhotographer } from './photograph.ts'
import { walk } from './walk.ts'

/**
 * Walks through every screen there is and takes its picture, for people to look at.
 * @param words with some, only the pictures with one of them in their path, beside those that are there
 */
export async function takeGallery(folder: string, words: readonly string[]): Promise<void> {
  if (words.length === 0) await rm(folder, { recursive: true, force: true })
  try {
    const photograph = await createPhotographer(folder, words)
    await walk((people) => visitEveryScreen(people, photograph, true))()
  } finally {
    await closeBrowsers()
  }
}
