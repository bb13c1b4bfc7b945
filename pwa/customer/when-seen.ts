/**
 * Resolves once somebody is looking at the page. Scanners and browsers fetch and even
 * render a link ahead of people; opening it is left to whoever sees it.
 */
export function whenSeen(page: Document = document): Promise<void> {
  return new Promise((resolve) => {
    const events = ['visibilitychange', 'prerenderingchange']
    function look() {
      if (page.visibilityState !== 'visible' || isPrerendering(page)) return
      for (const event of events) page.removeEventListener(event, look)
      resolve()
    }
    for (const event of events) page.addEventListener(event, look)
    look()
  })
}

function isPrerendering(page: Document): boolean {
  return 'prerendering' in page && page.prerendering === true
}
