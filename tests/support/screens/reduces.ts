import type { Talker } from '../talker.ts'

/** The gray line; what moves a reduced video comes a moment later. */
export async function reduces(side: Talker): Promise<void> {
  await side.button('Reduce video').click()
  await side.page.getByRole('button', { name: /^Move video/ }).waitFor()
}
