import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeOutlook } from '../../../pwa/call/outlook.ts'
import { makeFakeClock } from './fake-clock.ts'

type Heard = ((event: { candidate: { address: string } | null }) => void) | null

let clock: ReturnType<typeof makeFakeClock>
/** What the page's own connections find, and those of a window that is made now. */
let known: string[] = []
let real: string[] = []
let windows = 0

/** A connection that finds what is to be found where it was made. */
const finding = (addresses: () => string[]) =>
  class {
    onicecandidate: Heard = null
    createDataChannel(): void {}
    close(): void {}
    async setLocalDescription(): Promise<void> {
      for (const address of addresses()) this.onicecandidate?.({ candidate: { address } })
    }
  }

const frame = () => {
  const contentWindow = { RTCPeerConnection: finding(() => real) }
  return { contentWindow, remove: () => (windows -= 1) }
}

test.before.each(() => {
  clock = makeFakeClock()
  windows = 0
  Object.assign(globalThis, {
    window: globalThis,
    RTCPeerConnection: finding(() => known),
    document: { createElement: frame, body: { append: () => (windows += 1) } },
  })
})
test.after.each(() => clock.restore())

async function lookAround(outlook: ReturnType<typeof makeOutlook>): Promise<void> {
  const looked = outlook.look()
  clock.pass(600)
  await looked
}

for (const [what, page, now, isBehind] of [
  ['the same addresses', ['192.0.2.1'], ['192.0.2.1'], false],
  ['another address', ['192.0.2.1'], ['192.0.2.2'], true],
  ['an address more', ['192.0.2.1'], ['192.0.2.1', '192.0.2.2'], true],
  ['none, where the network is gone', ['192.0.2.1'], [], false],
  ['names that tell no address', ['one.local'], ['other.local'], false],
] as const) {
  test(`a new window knows of ${what}: ${isBehind ? 'the page is behind' : 'all is well'}`, async () => {
    known = [...page]
    real = [...now]
    const outlook = makeOutlook()
    await lookAround(outlook)
    assert.is(outlook.isBehind(), isBehind)
    assert.is(windows, 0)
  })
}

test('a connection is made in a window of its own while the page is behind, and in the page afterwards', async () => {
  known = ['192.0.2.1']
  real = ['192.0.2.2']
  const outlook = makeOutlook()
  await lookAround(outlook)
  const { place, leave } = outlook.enter()
  assert.is.not(place, window)
  assert.is(windows, 1)
  leave()
  assert.is(windows, 0)
  clock.pass(4_000)
  assert.is(outlook.enter().place, window)
})

test('what was seen last counts, also where an earlier look takes longer', async () => {
  known = ['192.0.2.1']
  real = []
  const outlook = makeOutlook()
  const first = outlook.look()
  real = ['192.0.2.2']
  await lookAround(outlook)
  await first
  assert.ok(outlook.isBehind())
})

test.run()
