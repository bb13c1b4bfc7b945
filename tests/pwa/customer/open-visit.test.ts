import { createEffect, createRoot } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { begin } from '../../../pwa/customer/head-start.ts'
import { createVisit, deadEnds, type OpenedVisit, type Opening } from '../../../pwa/customer/open-visit.ts'
import { refuse, startVisitEdge, type VisitEdge, visit } from './visit-edge.ts'

const hash = '#abcdefghijklmnopqrst-_'
let edge: VisitEdge

test.before.each(() => {
  edge = startVisitEdge()
})
test.after.each(() => edge.close())

/** Follows an opening until it is somewhere that `isThere` accepts. */
async function open(
  isThere: (opening: Opening) => boolean,
  { of = hash, on = (_: OpenedVisit): unknown => undefined } = {},
): Promise<Opening> {
  return new Promise((resolve) => {
    createRoot((dispose) => {
      const link = createVisit(begin(document, of))
      createEffect(() => {
        const opening = link.opening()
        queueMicrotask(() => on(link))
        if (!isThere(opening)) return
        resolve(opening)
        queueMicrotask(dispose)
      })
    })
  })
}

test('an open link leads to its visit', async () => {
  assert.equal(await open(({ at }) => at === 'open'), { at: 'open', visit })
  assert.equal(edge.asked[0]?.body, { token: hash.slice(1) })
})

test('an address without a token is not valid, and the edge is not asked', async () => {
  assert.equal(await open(({ at }) => at === 'dead', { of: '' }), { at: 'dead', end: 'link-invalid' })
  assert.is(edge.asked.length, 0)
})

for (const end of deadEnds) {
  test(`a link that is answered "${end}" leads to that dead end`, async () => {
    edge.answers = [refuse(410, end)]
    assert.equal(await open(({ at }) => at === 'dead'), { at: 'dead', end })
  })
}

test('another browser’s code goes along with the link, and leaves the address once it is used', async () => {
  const code = 'c'.repeat(43)
  history.replaceState(null, '', `${hash}.${code}`)
  await open(({ at }) => at === 'open', { of: location.hash })
  assert.equal(edge.asked[0]?.body, { token: hash.slice(1), code })
  assert.is(location.hash, hash)
})

test('who is no longer known asks the link why, under the same key', async () => {
  edge.answers = [[200, visit], refuse(409, 'handed-over')]
  const end = await open(({ at }) => at === 'dead', {
    on: ({ opening, askAgain }) => opening().at === 'open' && askAgain(),
  })
  assert.equal(end, { at: 'dead', end: 'handed-over' })
  assert.is(new Set(edge.asked.map(({ key }) => key)).size, 1)
})

test('a link that opens for somebody who is not known a moment later meets a browser without cookies', async () => {
  const end = await open(({ at }) => at === 'dead', {
    on: ({ opening, askAgain }) => opening().at === 'open' && askAgain(),
  })
  assert.equal([end, edge.asked.length], [{ at: 'dead', end: 'not-signed-in' }, 2])
})

test('without a connection it is tried again under the same key, so that the link is opened once', async () => {
  edge.answers = [null, refuse(503, 'fault'), [200, visit]]
  await open(({ at }) => at === 'open', { on: (link) => link.retry() })
  assert.is(edge.asked.length, 3)
  assert.is(new Set(edge.asked.map(({ key }) => key)).size, 1)
})

test('coming back to the network is reason enough to try again', async () => {
  edge.answers = [null, [200, visit]]
  await open(({ at }) => at === 'open', { on: () => void dispatchEvent(new Event('online')) })
  assert.is(edge.asked.length, 2)
})

test.run()
