import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeRelayWatch } from '../../../pwa/call/relay-watch.ts'
import { makeFakeClock } from './fake-clock.ts'

let clock: ReturnType<typeof makeFakeClock>
let open: Asking[] = []

/** A connection that asks the relay for a place, and never hears of one by itself. */
class Asking {
  onicecandidate: ((event: { candidate: object | null }) => void) | null = null
  constructor() {
    open.push(this)
  }
  createDataChannel(): void {}
  async setLocalDescription(): Promise<void> {}
  close(): void {
    open = open.filter((one) => one !== this)
  }
}

const relayAnswers = () => open.at(-1)?.onicecandidate?.({ candidate: {} })

test.before.each(() => {
  clock = makeFakeClock()
  open = []
  Object.assign(globalThis, { RTCPeerConnection: Asking })
})
test.after.each(() => clock.restore())

function watch({ urls = 'turn:relay', isEdgeHeard = true } = {}) {
  let back = 0
  const heardAt = () => (isEdgeHeard ? Date.now() : 0)
  const made = makeRelayWatch(
    () => ({ iceServers: [{ urls }] }),
    heardAt,
    () => {
      back += 1
    },
  )
  return { ...made, timesBack: () => back }
}

test('a relay that was gone and answers again is told, once, and left alone', () => {
  const { begin, timesBack } = watch()
  begin()
  clock.pass(3_000)
  assert.is(timesBack(), 0)
  relayAnswers()
  assert.equal([timesBack(), open], [1, []])
  clock.pass(3_000)
  assert.equal([timesBack(), open], [1, []])
})

test('one that answers at once was not gone', () => {
  const { begin, timesBack } = watch()
  begin()
  relayAnswers()
  assert.equal([timesBack(), open], [0, []])
})

test('one that is missed along with the edge was not gone: our network was', () => {
  const { begin, timesBack } = watch({ isEdgeHeard: false })
  begin()
  clock.pass(3_000)
  relayAnswers()
  assert.is(timesBack(), 0)
})

test('where there is none nobody looks for it, and nobody once it is ended', () => {
  const none = watch({ urls: 'stun:ours' })
  none.begin()
  assert.equal(open, [])
  const { begin, end } = watch()
  begin()
  clock.pass(2_000)
  end()
  clock.pass(2_000)
  assert.equal(open, [])
})

test.run()
