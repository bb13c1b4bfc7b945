import type { Page } from 'playwright-core'

/**
 * Put into a page before its own scripts. Presses "Continue" as soon as it is there, as nobody could, and notes when
 * a frame with the chat's field has been drawn.
 */
export const chatWatch = `(() => {
  let pressed = false
  window.chatting = new Promise((resolve) => {
    const look = () => {
      const buttons = [...document.querySelectorAll('button')]
      const next = buttons.find((button) => button.textContent.trim() === 'Continue')
      if (next && !pressed) next.click()
      pressed ||= next !== undefined
      if (!document.querySelector('textarea[aria-label="Message"]')) return
      watch.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    }
    const watch = new MutationObserver(look)
    watch.observe(document, { childList: true, subtree: true })
  })
})()`

/** Milliseconds from the page's beginning. */
export function whenChatting(page: Page): Promise<number> {
  return page.evaluate(
    'Promise.race([chatting, new Promise((_, late) => setTimeout(late, 20_000, "no chat"))])',
  )
}
