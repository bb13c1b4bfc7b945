import type { Page } from 'playwright-core'

// Less than a test may take, so that it is known what was waited for.
const patienceMs = 45_000
const stepMs = 50

/**
 * Waits for a condition in the page, as text. Playwright's own waiting for one uses eval, which the pages
 * forbid. A condition that throws does not hold yet: the page may be loading again.
 */
export async function until(page: Page, condition: string, patience = patienceMs): Promise<void> {
  const end = Date.now() + patience
  while (!(await page.evaluate(condition).catch(() => false))) {
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s in vain for ${condition}`)
    await page.waitForTimeout(stepMs)
  }
}

/** The same for what a page shows some frames later at the most: it looks by itself, which takes one trip. */
export async function untilDrawn(page: Page, condition: string): Promise<void> {
  const frames = 600
  const seen = await page.evaluate(`new Promise((done) => {
    const look = (left) => (${condition}) ? done(true) : left > 0 ? requestAnimationFrame(() => look(left - 1)) : done(false)
    look(${frames})
  })`)
  if (!seen) throw new Error(`waited ${frames} frames in vain for ${condition}`)
}

/** The same for something that the test itself can see. */
export async function untilTrue(
  what: string,
  holds: () => boolean | Promise<boolean>,
  patience = patienceMs,
): Promise<void> {
  const end = Date.now() + patience
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, stepMs))
  }
}
