import { createRoot } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isNewVersionReady, keepPage, watchForNewVersion } from '../../../pwa/platform/new-version.ts'

const ownFetch = globalThis.fetch
const page = (script: string) => `<script type="module" crossorigin src="${script}"></script>`
let served: () => Promise<Response>
let asked: number
let reloads: number
let end = () => {}

test.before.each(() => {
  document.body.innerHTML = ''
  document.head.innerHTML = page('/assets/operator-old.js')
  sessionStorage.clear()
  served = async () => new Response(page('/assets/operator-new.js'))
  asked = 0
  reloads = 0
  globalThis.fetch = () => {
    asked += 1
    return served()
  }
  end = watchForNewVersion(() => void reloads++)
})
test.after.each(() => {
  end()
  globalThis.fetch = ownFetch
})

/** A part does not come, and whatever follows from it has happened. */
async function missPart() {
  dispatchEvent(new Event('vite:preloadError'))
  await new Promise((resolve) => setTimeout(resolve))
}

test('a part that an update took away has the page load itself anew', async () => {
  await missPart()
  assert.equal([reloads, isNewVersionReady()], [1, false])
})

test('a part that did not come, while the page is the newest, is nothing to load anew for', async () => {
  for (const answer of [
    async () => new Response(page('/assets/operator-old.js')),
    async () => new Response('', { status: 503 }),
    () => Promise.reject(new TypeError('Failed to fetch')),
  ]) {
    served = answer
    await missPart()
  }
  assert.equal([asked, reloads, isNewVersionReady()], [3, 0, false])
})

test('text that was not sent keeps the page, which says that a new version is ready', async () => {
  document.body.innerHTML = '<textarea>Dear </textarea>'
  await missPart()
  assert.equal([reloads, isNewVersionReady()], [0, true])
})

test('what was chosen, or is there to be copied, is no text of theirs', async () => {
  document.body.innerHTML =
    '<input type="radio" value="1"><input readonly value="a link"><textarea> </textarea>'
  await missPart()
  assert.is(reloads, 1)
})

test('a call keeps the page for as long as it lasts; the next missing part then has it loaded', async () => {
  let isInCall = true
  const leave = createRoot((dispose) => {
    keepPage(() => isInCall)
    return dispose
  })
  await missPart()
  assert.equal([reloads, isNewVersionReady()], [0, true])
  isInCall = false
  await missPart()
  assert.equal([reloads, asked], [1, 1])
  leave()
})

test('a page that was loaded anew a moment ago leaves the next time to the person', async () => {
  await missPart()
  await missPart()
  assert.equal([reloads, isNewVersionReady()], [1, true])
})

test.run()
