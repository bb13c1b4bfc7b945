import type { Locator } from 'playwright-core'
import type { Talker } from './talker.ts'

/** A file as the system's chooser hands it over. */
export interface ChosenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

export function fileOf(name: string, mimeType: string, bytes: Uint8Array): ChosenFile {
  return { name, mimeType, buffer: Buffer.from(bytes) }
}

/** By the plus and its menu; a path stands for a file that is too large to be held in memory. */
export async function addFiles(side: Talker, what: string, files: ChosenFile[] | string): Promise<void> {
  await side.button('Add files').click()
  await choose(side, side.page.getByRole('menuitem', { name: what }), files)
}

/** Whether several could have been chosen is the answer. */
export async function choose(
  side: Talker,
  button: Locator,
  files: ChosenFile[] | string,
): Promise<{ isMultiple: boolean }> {
  const choosing = side.page.waitForEvent('filechooser')
  await button.click()
  const chooser = await choosing
  // Large ones are written to disk first, which a busy machine takes its time for.
  await chooser.setFiles(files, { timeout: 60_000 })
  return { isMultiple: chooser.isMultiple() }
}
