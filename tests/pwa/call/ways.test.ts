import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Connection } from '../../../pwa/call/media-link.ts'
import { makeWays } from '../../../pwa/call/ways.ts'

const described = (session: number) =>
  `v=0\r\no=- ${session} 2 IN IP4 127.0.0.1\r\na=ice-ufrag:of${session}\r\n`

/** A connection of this name on our side, with a record of what was set. */
function connect(session: number, did: string[]) {
  return Object.assign(new EventTarget(), {
    iceGatheringState: 'complete',
    signalingState: 'stable',
    localDescription: { sdp: described(session) },
    remoteDescription: null as { sdp: string } | null,
    getConfiguration: () => ({}),
    setConfiguration() {},
    createOffer: async () => ({ type: 'offer' }),
    createAnswer: async () => ({ type: 'answer' }),
    setLocalDescription: async ({ type }: { type: string }) => void did.push(`${session} ${type}`),
    async setRemoteDescription({ sdp }: { sdp: string }) {
      this.remoteDescription = { sdp }
    },
    addIceCandidate: async () => {},
  })
}

/** Ways of a side whose connection began with the other side's offer 5. */
function lookFor({ isBehind }: { isBehind: boolean }) {
  const did: string[] = []
  const seconds: { connectionId: string }[] = []
  const first = connect(1, did)
  first.remoteDescription = { sdp: described(5) }
  const ways = makeWays(first as unknown as RTCPeerConnection, {
    ice: () => null,
    more() {},
    outlook: {
      look: async () => {},
      isBehind: () => isBehind,
      enter() {
        throw new Error('whoever makes the connection enters')
      },
    },
    another() {
      const second = { peerConnection: connect(2 + seconds.length, did), connectionId: '' }
      seconds.push(second)
      return second as unknown as Connection
    },
  })
  return { ...ways, did, names: () => seconds.map(({ connectionId }) => connectionId) }
}

test('where our network is the one that we know, the connection that there is gets another way', async () => {
  const { wish, offer, answer, did, names } = lookFor({ isBehind: false })
  assert.is(wish(), '')
  await offer('')
  await answer(described(5))
  assert.equal([did, names()], [['1 offer', '1 answer'], []])
})

test('where it is not, a second one is offered, by a name that its offer tells', async () => {
  const { wish, offer, did, names } = lookFor({ isBehind: true })
  assert.is(wish(), 'anew')
  await offer('')
  assert.equal([did, names()], [['2 offer'], ['2']])
})

test('a second one is offered to whoever asks for it, and to nobody after', async () => {
  const { offer, did } = lookFor({ isBehind: false })
  await offer('anew')
  await offer('')
  assert.equal(did, ['2 offer', '1 offer'])
})

test('an offer of another session is that of a second connection', async () => {
  const { answer, accept, did, names } = lookFor({ isBehind: false })
  await answer(described(6))
  assert.equal([did, names()], [['2 answer'], ['6']])
  await accept('')
  await answer('nonsense')
  assert.equal([did, names()], [['2 answer', '1 answer'], ['6']])
})

test('an offer from before our wish was heard is not answered: it would take the place of the wish', async () => {
  const { answer, did } = lookFor({ isBehind: true })
  assert.is(await answer(described(5)), null)
  assert.is(await answer(described(6)), described(2))
  assert.equal(did, ['2 answer'])
})

test.run()
