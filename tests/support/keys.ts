import type { Page } from 'playwright-core'

const mostTabs = 80

/** Presses Tab until that element has the focus, as somebody without a mouse does. */
export async function tabsTo(page: Page, role: string, name?: string | RegExp, key = 'Tab', within = 'body') {
  const wanted = page
    .locator(within)
    .getByRole(role as 'button', { ...(name && { name }), ...(typeof name === 'string' && { exact: true }) })
  await wanted.first().waitFor()
  for (let pressed = 0; pressed < mostTabs; pressed++) {
    const has = await wanted.evaluateAll((all) => all.some((one) => one === one.ownerDocument.activeElement))
    if (has) return
    await page.keyboard.press(key)
  }
  throw new Error(`${mostTabs} times Tab did not reach the ${role} ${name ?? ''}`)
}

/** Goes there by Tab and presses the key. */
export async function strikes(
  page: Page,
  role: string,
  name: string | RegExp,
  key: string,
  within?: string,
): Promise<void> {
  await tabsTo(page, role, name, 'Tab', within)
  await page.keyboard.press(key)
}
