import type { OperatorPage } from '../operator-page.ts'

/** Some panels of the settings: the page is long, and pictures show its beginning. */
export async function alone({ page }: OperatorPage, ...titles: string[]): Promise<void> {
  await page.evaluate(`for (const panel of document.querySelectorAll('main section'))
    panel.hidden = !${JSON.stringify(titles)}.includes(panel.getAttribute('aria-label'))`)
}
