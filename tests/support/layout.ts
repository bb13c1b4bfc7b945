import type { Page } from 'playwright-core'
import { pseudoLanguage } from './pseudo-language.ts'
import { reworded } from './reword.ts'

// What a window of 1280 by 800 has left when it is zoomed to 200 %.
const zoomed = { width: 640, height: 400 }
const narrow = { width: 360, height: 740 }

/** What lies outside of this screen or under something else, zoomed and from right to left, in words. */
export async function misplacedOn(page: Page, name: string): Promise<string[]> {
  const before = page.viewportSize()
  const found: string[] = []
  const look = async (where: string) => {
    const faults = await settled(page)
    found.push(...faults.map((fault) => `${name}, ${where}: ${fault}`))
  }
  await stands(page, zoomed)
  await look('200 %')
  await stands(page, narrow)
  await reworded(page, pseudoLanguage, () => look(`right to left, ${narrow.width} px`))
  if (before) await stands(page, before)
  return found
}

// What is placed by script follows a moment after the window: a fault is what stays.
async function settled(page: Page): Promise<string[]> {
  for (let more = 10; ; more--) {
    const faults = (await page.evaluate(misplaced)) as string[]
    if (faults.length === 0 || more === 0) return faults
    await page.waitForTimeout(100)
  }
}

async function stands(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))')
}

// What opens over a screen may lie on it until it is closed, a passing remark for a while, and a reduced video wherever
// it was put.
const overlays =
  'dialog, [role=dialog], [role=alertdialog], [role=menu], [role=listbox], .pswp, [data-size=reduced], [role=status][aria-live]'

const misplaced = `(() => {
  const mayCover = (element) => element?.closest('${overlays}') || element?.querySelector('${overlays}')
  const faults = []
  const say = (element, what) => faults.push(what + ' ' + element.outerHTML.replace(/class="[^"]*"/, '').slice(0, 120))
  const root = document.scrollingElement
  if (root.scrollWidth > innerWidth) faults.push('the page is ' + root.scrollWidth + ' px wide')
  for (const element of document.querySelectorAll('body *')) {
    const { overflowX } = getComputedStyle(element)
    // A table may, as WCAG's reflow has it, where a keyboard can scroll it too.
    const isTable = element.tabIndex === 0 && element.querySelector(':scope > table')
    const isScroller = !isTable && (overflowX === 'auto' || overflowX === 'scroll')
    if (isScroller && element.scrollWidth > element.clientWidth + 1 && !element.closest('textarea, input')) say(element, 'scrolls sideways')
  }
  const controls = 'a[href], button, input, select, textarea, [role=menuitem], [role=option], [role=tab]'
  for (const control of document.querySelectorAll(controls)) {
    if (control.closest('[inert], [aria-hidden=true], [hidden]') || control.disabled || control.type === 'file') continue
    if (!control.checkVisibility({ visibilityProperty: true })) continue
    control.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
    const { left, right, top, bottom, width, height } = control.getBoundingClientRect()
    if (width <= 1 || height <= 1) continue
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    if (left < -1 || right > innerWidth + 1 || y < 0 || y > innerHeight) say(control, 'lies outside of the screen:')
    else {
      const above = document.elementFromPoint(x, y)
      if (!control.contains(above) && !above?.contains(control) && !control.closest('label')?.contains(above) && !mayCover(above)) say(control, 'lies under ' + above?.outerHTML.slice(0, 60) + ':')
    }
    const isInText = control.tagName === 'A' && getComputedStyle(control).display === 'inline'
    if (!isInText && (width < 24 || height < 24) && !control.closest('label')) say(control, 'is only ' + width + ' by ' + height + ' px:')
  }
  return faults
})()`
