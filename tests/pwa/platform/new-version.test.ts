import { createRoot } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  announceNewVersion,
  keepPage,
  newVersion,
  newVersionTookOver,
  takeNewVersion,
  watchForNewVersion,
} from '../../../pwa/platform/new-version.ts'
import { untilTrue } from '../../support/until.ts'

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
  assert.equal([reloads, newVersion()], [1, 'none'])
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
  assert.equal([asked, reloads, newVersion()], [3, 0, 'none'])
})

test('text that was not sent keeps the page, which says that a new version is ready', async () => {
  document.body.innerHTML = '<textarea>Dear </textarea>'
  await missPart()
  assert.equal([reloads, newVersion()], [0, 'ready'])
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
  assert.equal([reloads, newVersion()], [0, 'ready'])
  isInCall = false
  await missPart()
  assert.equal([reloads, asked], [1, 1])
  leave()
})

test('a page that was loaded anew a moment ago leaves the next time to the person', async () => {
  await missPart()
  await missPart()
  assert.equal([reloads, newVersion()], [1, 'ready'])
})

test('a version that is aboard waits for the person, and then takes over before the page is loaded anew', () => {
  let takenOver = 0
  announceNewVersion(() => void takenOver++)
  assert.equal([takenOver, newVersion()], [0, 'ready'])
  takeNewVersion()
  assert.equal([takenOver, reloads], [1, 0])
  newVersionTookOver()
  assert.is(reloads, 1)
})

test('who agrees in the middle of a word loses none of it: the version comes when the text is gone', async () => {
  document.body.innerHTML = '<textarea>Dear </textarea>'
  let takenOver = 0
  announceNewVersion(() => void takenOver++)
  takeNewVersion()
  assert.equal([takenOver, newVersion()], [0, 'asked-for'])
  document.querySelector('textarea')!.value = ''
  await untilTrue('the version takes over', () => takenOver === 1)
})

test('agreed to in another tab, it leaves this one’s call alone', () => {
  const leave = createRoot((dispose) => {
    keepPage(() => true)
    return dispose
  })
  newVersionTookOver()
  assert.equal([reloads, newVersion()], [0, 'ready'])
  leave()
  takeNewVersion()
  assert.is(reloads, 1)
})

test.run()
