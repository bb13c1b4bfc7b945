// PeerJS notices a lost network after 17 seconds or never. Packets tell within two:
// nothing received means that nobody is there, whatever the states say.

export interface PacketCount {
  /** RTP packets of sound: they come all the time, also while muted. */
  sound: number
  /** Beats of the other side's pulse. */
  pulse: number
  /** Anything received at all, connectivity checks included. */
  all: number
}

export interface Silence {
  /** Takes a count; answers whether the line is silent now. */
  at(now: number, count: PacketCount): boolean
}

const withSoundMs = 1_500
// Timers of a busy phone are late now and then; packets of sound are not.
const withPulseMs = 2_200
// Before either is heard there are connectivity checks, every few seconds.
const withNeitherMs = 8_000

/** Decides from counts alone, so that it can be tested without a network. */
export function makeSilence(start: number): Silence {
  let last: PacketCount = { sound: 0, pulse: 0, all: 0 }
  let soundAt = Number.NEGATIVE_INFINITY
  let steadyAt = Number.NEGATIVE_INFINITY
  let anyAt = start

  function at(now: number, count: PacketCount): boolean {
    if (count.sound > last.sound) soundAt = now
    if (count.sound > last.sound || count.pulse > last.pulse) steadyAt = now
    if (count.all > last.all) anyAt = now
    last = count
    if (steadyAt === Number.NEGATIVE_INFINITY) return now - anyAt >= withNeitherMs
    return now - steadyAt >= (steadyAt - soundAt < withSoundMs ? withSoundMs : withPulseMs)
  }

  return { at }
}

const everyMs = 500
const silentEveryMs = 100

/** Looks twice a second, and more often while it is silent; says each change between silent and not. */
export function watchPackets(
  pc: RTCPeerConnection,
  pulse: () => number,
  onChange: (isSilent: boolean) => void,
): () => void {
  const silence = makeSilence(performance.now())
  let wasSilent = false
  let timer = setTimeout(look, everyMs)

  async function look(): Promise<void> {
    const count = { ...(await countPackets(pc)), pulse: pulse() }
    if (pc.connectionState === 'closed') return
    const isSilent = silence.at(performance.now(), count)
    const isChange = isSilent !== wasSilent
    wasSilent = isSilent
    timer = setTimeout(look, isSilent ? silentEveryMs : everyMs)
    if (isChange) onChange(isSilent)
  }

  return () => clearTimeout(timer)
}

async function countPackets(pc: RTCPeerConnection): Promise<Omit<PacketCount, 'pulse'>> {
  const count = { sound: 0, all: 0 }
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
