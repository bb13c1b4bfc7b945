import { rm } from 'node:fs/promises'
import { closeBrowsers } from './browsers.ts'
import { visitEveryScreen } from './every-screen.ts'
import { createPhotographer } from './photograph.ts'
import { walk } from './walk.ts'

/** Walks through every screen there is and takes its picture, for people to look at. */
export async function takeGallery(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  try {
    const photograph = await createPhotographer(folder)
    await walk((people) => visitEveryScreen(people, photograph))()
  } finally {
    await closeBrowsers()
  }
}
