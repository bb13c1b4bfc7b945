// What a browser has counted so far, out of its many reports. The browsers differ in what they report: what is
// missing counts as nothing, and `null` is what cannot be told without it.

/** Counts since the connection began. */
export interface Sample {
  /** Milliseconds, of any one clock. */
  at: number
  incoming: {
    bytes: number
    packets: number
    lost: number
    /** Samples of sound, and how many of them were made up for lost ones. */
    heard: number
    concealed: number
    frames: number
    freezes: number
    frozenMs: number
    height: number
  }
  outgoing: {
    bytes: number
    packets: number
    /** As the other side reports it. */
    lost: number
    /** What the browser believes that the way can carry, in kbit/s. */
    availableKbps: number | null
    /** What it gives to the picture, where that is less than the picture would take. */
    allottedKbps: number | null
    frames: number
    height: number
  }
  roundTripMs: number | null
  way: Way | null
}

export type Way = 'direct' | 'relay'

/** Any of the browser's reports, loosely. */
export type Report = { id: string; type: string } & Readonly<Record<string, unknown>>

/** Puts the reports of one connection together. */
export function readSample(at: number, reports: Iterable<Report>): Sample {
  const all = [...reports]
  const of = (type: string) => all.filter((report) => report.type === type)
  const incoming = of('inbound-rtp')
  const outgoing = of('outbound-rtp')
  const pair = selectedPair(of('candidate-pair'), of('transport'))
  return {
    at,
    incoming: {
      bytes: sum(incoming, 'bytesReceived'),
      packets: sum(incoming, 'packetsReceived'),
      lost: Math.max(0, sum(incoming, 'packetsLost')),
      heard: sum(incoming, 'totalSamplesReceived'),
      concealed: Math.max(0, sum(incoming, 'concealedSamples') - sum(incoming, 'silentConcealedSamples')),
      frames: sum(incoming, 'framesDecoded'),
      freezes: sum(incoming, 'freezeCount'),
      frozenMs: sum(incoming, 'totalFreezesDuration') * 1000,
      height: shorterSide(incoming),
    },
    outgoing: {
      bytes: sum(outgoing, 'bytesSent'),
      packets: sum(outgoing, 'packetsSent'),
      lost: Math.max(0, sum(of('remote-inbound-rtp'), 'packetsLost')),
      availableKbps: scaled(pair?.availableOutgoingBitrate, 1 / 1000),
      allottedKbps: scaled(outgoing.find(isStarved)?.targetBitrate, 1 / 1000),
      frames: sum(outgoing, 'framesSent'),
      height: shorterSide(outgoing),
    },
    roundTripMs: scaled(pair?.currentRoundTripTime ?? of('remote-inbound-rtp')[0]?.roundTripTime, 1000),
    way: pair ? wayOf(pair, all) : null,
  }
}

function isStarved({ kind, qualityLimitationReason }: Report): boolean {
  return kind === 'video' && qualityLimitationReason === 'bandwidth'
}

function selectedPair(pairs: Report[], transports: Report[]): Report | undefined {
  const id = transports.find((transport) => transport.selectedCandidatePairId)?.selectedCandidatePairId
  return (
    pairs.find((pair) => pair.id === id) ??
    pairs.find((pair) => pair.selected === true || (pair.nominated === true && pair.state === 'succeeded'))
  )
}

// Either end's relay carries everything.
function wayOf(pair: Report, all: Report[]): Way | null {
  const types = [pair.localCandidateId, pair.remoteCandidateId].map(
    (id) => all.find((report) => report.id === id)?.candidateType,
  )
  if (types.includes('relay')) return 'relay'
  return types[0] ? 'direct' : null
}

function shorterSide(streams: Report[]): number {
  const sides = streams.map(({ frameWidth, frameHeight }) =>
    Math.min(number(frameWidth), number(frameHeight)),
  )
  return Math.max(0, ...sides)
}

function sum(reports: Report[], name: string): number {
  return reports.reduce((total, report) => total + number(report[name]), 0)
}

function scaled(value: unknown, by: number): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value * by : null
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}
