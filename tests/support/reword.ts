import type { Page } from 'playwright-core'

/** How a page speaks and runs while it is looked at. */
export interface Wording {
  language: string
  direction: 'ltr' | 'rtl'
  /** What stands in the place of a text; the same text where it stays. */
  say(text: string): string
}

/**
 * The page in other words, for as long as `look` looks at it. The pages know nothing of it: neither a language that
 * nobody speaks nor a direction that none of ours runs in has to be aboard to be checked.
 */
export async function reworded(page: Page, wording: Wording, look: () => Promise<void>): Promise<void> {
  const texts = (await page.evaluate(readTexts)) as string[]
  const said = texts.map((text) => wording.say(text))
  await page.evaluate(`(${speak})(${JSON.stringify({ ...wording, said })})`)
  await page.evaluate(drawn)
  try {
    await look()
  } finally {
    await page.evaluate(silence)
  }
}

const drawn = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'

const placesOfTexts = `(() => {
  const places = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node.data.trim() && !node.parentElement.closest('script, style')) {
      places.push({ read: () => node.data, write: (text) => void (node.data = text) })
    }
  }
  for (const element of document.querySelectorAll('[placeholder]')) {
    places.push({ read: () => element.placeholder, write: (text) => void (element.placeholder = text) })
  }
  return places
})()`

const readTexts = `(window.textPlaces = ${placesOfTexts}).map((place) => place.read())`

const speak = `({ language, direction, said }) => {
  const root = document.documentElement
  window.plainSpeech = { lang: root.lang, said, texts: window.textPlaces.map((place) => place.read()) }
  window.textPlaces.forEach((place, index) => place.write(said[index]))
  Object.assign(root, { lang: language, dir: direction })
  // What is placed by script, such as a menu, takes its place anew.
  dispatchEvent(new Event('resize'))
}`

// What the page itself has written anew meanwhile stays.
const silence = `(() => {
  const { lang, said, texts } = window.plainSpeech
  window.textPlaces.forEach((place, index) => place.read() === said[index] && place.write(texts[index]))
  Object.assign(document.documentElement, { lang, dir: '' })
})()`
