// PeerJS notices a lost network after 17 seconds or never. Packets tell within two:
// nothing received means that nobody is there, whatever the states say.

export interface PacketCount {
  /** RTP packets of sound: they come all the time, also while muted. */
  sound: number
  /** Anything received at all, connectivity checks included. */
  all: number
}

export interface Silence {
  /** Takes a count; answers whether the line is silent now. */
  at(now: number, count: PacketCount): boolean
}

const withSoundMs = 1_500
// Placeholders and sleeping browsers send almost nothing, but connectivity checks come every few seconds.
const withoutSoundMs = 8_000

/** Decides from counts alone, so that it can be tested without a network. */
export function makeSilence(start: number): Silence {
  let last: PacketCount = { sound: 0, all: 0 }
  let soundAt = Number.NEGATIVE_INFINITY
  let anyAt = start

  function at(now: number, count: PacketCount): boolean {
    if (count.sound > last.sound) soundAt = now
    if (count.all > last.all) anyAt = now
    last = count
    const hadSound = anyAt - soundAt < withSoundMs
    return now - anyAt >= (hadSound ? withSoundMs : withoutSoundMs)
  }

  return { at }
}

const everyMs = 500

/** Looks twice a second; says each change between silent and not. */
export function watchPackets(pc: RTCPeerConnection, onChange: (isSilent: boolean) => void): () => void {
  const silence = makeSilence(performance.now())
  let wasSilent = false
  const timer = setInterval(async () => {
    const count = await countPackets(pc)
    const isSilent = silence.at(performance.now(), count)
    if (isSilent !== wasSilent && pc.connectionState !== 'closed') onChange(isSilent)
    wasSilent = isSilent
  }, everyMs)
  return () => clearInterval(timer)
}

async function countPackets(pc: RTCPeerConnection): Promise<PacketCount> {
  const count: PacketCount = { sound: 0, all: 0 }
  for (const report of (await pc.getStats()).values() as Iterable<Report>) {
    const packets = received(report)
    count.all += packets
    if (report.type === 'inbound-rtp' && report.kind === 'audio') count.sound += packets
  }
  return count
}

interface Report {
  type: string
  kind?: string
  packetsReceived?: number
  responsesReceived?: number
  requestsReceived?: number
}

// The browsers differ in what they count where; growth is all that matters.
function received({ packetsReceived = 0, responsesReceived = 0, requestsReceived = 0 }: Report): number {
  return packetsReceived + responsesReceived + requestsReceived
}
