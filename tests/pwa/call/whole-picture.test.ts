import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { watchPicture } from '../../../pwa/call/whole-picture.ts'
import { makeFakeClock } from './fake-clock.ts'

let clock: ReturnType<typeof makeFakeClock>
test.before.each(() => {
  clock = makeFakeClock()
})
test.after.each(() => clock.restore())

const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A connection that counts how often it asked for a whole picture and how often it sent one. */
function connect() {
  let [asked, sent] = [0, 0]
  const now = { packetsReceived: 0, framesDecoded: 0 }
  const iceTransport = new EventTarget()
  const channel = {
    readyState: 'open',
    onmessage: null as (() => void) | null,
    send: () => (asked += 1),
    close() {},
  }
  const sender = {
    transport: { iceTransport },
    track: { kind: 'video' },
    getParameters: () => ({ encodings: [{}] }),
    setParameters: async () => (sent += 1),
  }
  const pc = Object.assign(new EventTarget(), {
    connectionState: 'connected',
    createDataChannel: () => channel,
    getSenders: () => [sender],
    getStats: async () => new Map([['video', { type: 'inbound-rtp', kind: 'video', ...now }]]),
  })
  const end = watchPicture(pc as unknown as RTCPeerConnection)
  async function passed(ms: number, each: { pieces: number; pictures: number }): Promise<void> {
    for (let at = 0; at < ms; at += 50) {
      now.packetsReceived += each.pieces
      now.framesDecoded += each.pictures
      clock.pass(50)
      await settled()
    }
  }
  return {
    passed,
    end,
    turns: () => iceTransport.dispatchEvent(new Event('selectedcandidatepairchange')),
    isBack: () => pc.dispatchEvent(new Event('connectionstatechange')),
    isAsked: () => channel.onmessage?.(),
    asked: () => asked,
    sent: () => sent,
  }
}

test('pieces that cannot be shown after a gap: a whole picture is asked for, and again where none comes', async () => {
  const { isBack, passed, asked } = connect()
  isBack()
  await passed(200, { pieces: 2, pictures: 0 })
  assert.is(asked(), 0)
  await passed(300, { pieces: 2, pictures: 0 })
  assert.is(asked(), 1)
  await passed(600, { pieces: 2, pictures: 0 })
  assert.is(asked(), 2)
})

test('where pictures are shown, or nothing comes at all, nothing is asked for', async () => {
  const { isBack, turns, passed, asked } = connect()
  isBack()
  await passed(2_000, { pieces: 2, pictures: 1 })
  turns()
  await passed(2_000, { pieces: 0, pictures: 0 })
  assert.is(asked(), 0)
})

test('long after a gap the browser is left to itself, and after the end', async () => {
  const { isBack, turns, passed, asked, end } = connect()
  isBack()
  await passed(4_500, { pieces: 2, pictures: 1 })
  await passed(2_000, { pieces: 2, pictures: 0 })
  turns()
  end()
  await passed(2_000, { pieces: 2, pictures: 0 })
  assert.is(asked(), 0)
})

test('a whole picture is sent after each turn and when it is asked for, but not for each word of a flood', async () => {
  const { turns, isAsked, passed, sent } = connect()
  turns()
  assert.is(sent(), 1)
  await passed(500, { pieces: 2, pictures: 1 })
  for (let times = 0; times < 20; times++) isAsked()
  assert.is(sent(), 2)
})

test.run()
