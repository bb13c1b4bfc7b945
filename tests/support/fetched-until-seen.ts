import type { Page } from 'playwright-core'

/** From now on the page remembers when the other side's first frame is on its screen. */
export async function watchForPicture(page: Page): Promise<void> {
  await page.evaluate(`document.addEventListener('loadeddata', ({ target }) => {
    if (target.ariaLabel === 'Operator video') window.seenAt ??= performance.now()
  }, true)`)
}

/** The page's own files that it had asked for until then, without the marks of their versions. */
export async function fetchedUntilSeen(page: Page): Promise<string[]> {
  const paths = await page.evaluate<string[]>(`performance.getEntriesByType('resource')
    .filter(({ startTime }) => startTime <= window.seenAt)
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith('/c/'))`)
  return paths.map((path) => path.replace(/^\/c\/(?:assets\/)?/, '').replace(/-[\w-]{8}(?=\.\w+$)/, ''))
}
