import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Report, readSample } from '../../../../pwa/call/quality/sample.ts'
import { trendOf } from '../../../../pwa/call/quality/trend.ts'

const report = (type: string, facts: object): Report => ({ id: `${type}${Math.random()}`, type, ...facts })

const pair = (facts: object = {}) => [
  report('transport', { selectedCandidatePairId: 'pair' }),
  {
    ...report('candidate-pair', { localCandidateId: 'here', remoteCandidateId: 'there', ...facts }),
    id: 'pair',
  },
  { ...report('local-candidate', { candidateType: 'host' }), id: 'here' },
  { ...report('remote-candidate', { candidateType: 'srflx' }), id: 'there' },
]

const heard = (facts: object) => report('inbound-rtp', { kind: 'audio', ...facts })
const seen = (facts: object) => report('inbound-rtp', { kind: 'video', ...facts })

test('sound and picture are added up, and what a browser does not report counts as nothing', () => {
  const { incoming, roundTripMs, way } = readSample(1, [
    heard({ bytesReceived: 100, packetsReceived: 10, packetsLost: 1, totalSamplesReceived: 960 }),
    seen({ bytesReceived: 900, packetsReceived: 20, packetsLost: -1, frameWidth: 720, frameHeight: 1280 }),
  ])
  assert.equal([incoming.bytes, incoming.packets, incoming.lost, incoming.height], [1_000, 30, 0, 720])
  assert.equal([incoming.frames, incoming.freezes, roundTripMs, way], [0, 0, null, null])
})

test('silence that was made up is no loss', () => {
  const { incoming } = readSample(1, [heard({ concealedSamples: 500, silentConcealedSamples: 400 })])
  assert.is(incoming.concealed, 100)
})

for (const [what, here, there, way] of [
  ['two hosts', 'host', 'srflx', 'direct'],
  ['a relay here', 'relay', 'host', 'relay'],
  ['a relay there', 'host', 'relay', 'relay'],
] as const) {
  test(`${what}: ${way}`, () => {
    const reports = pair()
    Object.assign(reports[2] ?? {}, { candidateType: here })
    Object.assign(reports[3] ?? {}, { candidateType: there })
    assert.is(readSample(1, reports).way, way)
  })
}

test('Firefox marks the pair itself', () => {
  const [, , here, there] = pair()
  const reports = [
    report('candidate-pair', { nominated: true, state: 'failed', currentRoundTripTime: 9 }),
    report('candidate-pair', {
      nominated: true,
      state: 'succeeded',
      currentRoundTripTime: 0.05,
      localCandidateId: 'here',
      remoteCandidateId: 'there',
    }),
    here as Report,
    there as Report,
  ]
  const { roundTripMs, way } = readSample(1, reports)
  assert.equal([roundTripMs, way], [50, 'direct'])
})

test('between two samples there are rates and shares', () => {
  const before = readSample(0, [heard({ bytesReceived: 0, packetsReceived: 0, packetsLost: 0 })])
  const now = readSample(2_000, [
    heard({ bytesReceived: 10_000, packetsReceived: 90, packetsLost: 10 }),
    seen({ framesDecoded: 30, freezeCount: 1, totalFreezesDuration: 0.5 }),
    ...pair({ availableOutgoingBitrate: 500_000 }),
  ])
  const trend = trendOf(before, now)
  assert.equal(
    [trend?.incoming.kbps, trend?.incoming.loss, trend?.incoming.fps, trend?.incoming.frozen],
    [40, 0.1, 15, 0.25],
  )
  assert.is(trend?.outgoing.roomKbps, 460)
})

test('what the browser gives to a starved picture is all the room that there is', () => {
  const sent = (qualityLimitationReason: string) =>
    readSample(1_000, [
      report('outbound-rtp', { kind: 'video', qualityLimitationReason, targetBitrate: 80_000 }),
      ...pair({ availableOutgoingBitrate: 500_000 }),
    ])
  const nothing = readSample(0, [])
  assert.is(trendOf(nothing, sent('bandwidth'))?.outgoing.roomKbps, 80)
  assert.is(trendOf(nothing, sent('none'))?.outgoing.roomKbps, 460)
})

test('a picture that comes after a long pause was not frozen for longer than we looked', () => {
  const now = readSample(2_000, [seen({ framesDecoded: 1, totalFreezesDuration: 60 })])
  assert.is(trendOf(readSample(0, []), now)?.incoming.frozen, 1)
})

test('another connection begins to count anew', () => {
  const before = readSample(0, [heard({ bytesReceived: 500 })])
  assert.is(trendOf(before, readSample(2_000, [heard({ bytesReceived: 100 })])), null)
})

test.run()
