// Stands in the page itself (scripts/build/head-start.ts), so that the link is opened while the first script is still on
// its way: on mobile data that takes as long as the opening. open-visit.ts goes on from here.

export interface HeadStart {
  /** The link's token, and the code by which this browser goes on with what another one began. */
  asked: { token?: string | undefined; code?: string | undefined }
  /** One intent: however often it is tried, the link is opened once. */
  key: string
  /** The first answer, once somebody has seen the page; `null` where there is nothing to ask. */
  answer: Promise<Response> | null
}

declare global {
  var headStart: HeadStart
}

/** Opens the link of the address, as soon as somebody looks at the page. */
export function begin(page: Document, hash: string): HeadStart {
  // Message apps like to append to links.
  const [, token, code] = /^#?([\w-]{22})(?![\w-])(?:\.([\w-]{43})(?![\w-]))?/.exec(hash) ?? []
  const asked = { token, code }
  // Not a UUID: only secure pages make those. This browser is known by it, so nobody is to guess it.
  const key = crypto.getRandomValues(new Uint32Array(4)).join('-')
  const ask = () =>
    fetch('/api/visits', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(asked),
      signal: AbortSignal.timeout(30_000),
    })
  const answer = token ? seen(page).then(ask) : null
  // Whoever takes it up hears that it failed.
  answer?.catch(() => {})
  // What takes long the first time is done while the first script is on its way: what is kept here comes from another
  // process, and a formatter takes as long as a screen.
  setTimeout(() => sessionStorage.length + localStorage.length)
  setTimeout(Intl.DateTimeFormat)
  return { asked, key, answer }
}

/**
 * Resolves once somebody is looking at the page. Scanners and browsers fetch and even render a link ahead of people;
 * opening it is left to whoever sees it.
 */
function seen(page: Document & { prerendering?: boolean }): Promise<void> {
  return new Promise((resolve) => {
    const look = () => page.visibilityState === 'visible' && !page.prerendering && resolve()
    for (const event of ['visibilitychange', 'prerenderingchange']) page.addEventListener(event, look)
    look()
  })
}
