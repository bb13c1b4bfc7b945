import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeIceRestart } from '../../../pwa/call/ice-restart.ts'
import { makeFakeClock } from './fake-clock.ts'

let clock: ReturnType<typeof makeFakeClock>
test.before.each(() => {
  clock = makeFakeClock()
})
test.after.each(() => clock.restore())

const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
const place = (address: string, protocol = 'udp') =>
  `a=candidate:1 1 ${protocol} 2122260223 ${address} 50000 typ host\r\n`
const described = (fragment: string, ...places: string[]) => `a=ice-ufrag:${fragment}\r\n${places.join('')}`

/** A connection with a record of where it was told to knock. */
function connect() {
  const did: string[] = []
  const heard: string[] = []
  const pc = Object.assign(new EventTarget(), {
    iceGatheringState: 'complete',
    signalingState: 'stable',
    onicecandidate: null as ((event: { candidate: object | null }) => void) | null,
    localDescription: { sdp: described('mine') },
    getConfiguration: () => ({}),
    setConfiguration() {},
    createOffer: async () => ({ type: 'offer' }),
    createAnswer: async () => ({ type: 'answer' }),
    setLocalDescription: async () => {},
    setRemoteDescription: async ({ sdp }: { sdp: string }) => {
      if (sdp.includes('a=candidate')) did.push('knocks at once')
    },
    addIceCandidate: async ({ candidate }: { candidate: string }) => {
      did.push(`knocks at ${candidate.split(' ')[4]}`)
    },
  })
  const restart = makeIceRestart(
    pc as unknown as RTCPeerConnection,
    () => null,
    (sdp) => heard.push(sdp),
  )
  /** The browser finds another place of its own. */
  function find(...places: string[]): void {
    pc.localDescription = { sdp: described('mine', ...places) }
    pc.onicecandidate?.({ candidate: {} })
  }
  async function passed(ms: number): Promise<void> {
    clock.pass(ms)
    await settled()
    await settled()
  }
  return { ...restart, find, passed, done: () => did.splice(0), told: () => heard.splice(0) }
}

test('nobody knocks before the other side has heard where we are', async () => {
  const { answer, find, passed, done } = connect()
  await answer(described('theirs', place('192.0.2.1')))
  await passed(5_000)
  find(place('192.0.2.9', 'tcp'))
  await passed(5_000)
  assert.equal(done(), [])
  find(place('192.0.2.9', 'tcp'), place('192.0.2.9'))
  await passed(60)
  assert.equal(done(), [])
  await passed(200)
  assert.equal(done(), ['knocks at 192.0.2.1'])
})

test('of what the other side said meanwhile the latest counts, and later on every word at once', async () => {
  const { answer, addFrom, find, passed, done } = connect()
  await answer(described('theirs', place('192.0.2.1')))
  addFrom(described('theirs', place('192.0.2.1'), place('192.0.2.2')))
  find(place('192.0.2.9'))
  await passed(60)
  await passed(200)
  assert.equal(done(), ['knocks at 192.0.2.1', 'knocks at 192.0.2.2'])
  addFrom(described('theirs', place('192.0.2.3')))
  await passed(0)
  assert.equal(done(), ['knocks at 192.0.2.3'])
})

test('places that are found one after the other are told from the first one on', async () => {
  const { offer, find, passed, told } = connect()
  await offer()
  find(place('192.0.2.1'))
  await passed(40)
  find(place('192.0.2.1'), place('192.0.2.2'))
  await passed(20)
  assert.equal(told(), [described('mine', place('192.0.2.1'), place('192.0.2.2'))])
})

test.run()
