// Looks at the call from outside of our own code, and plays the person who is asked for camera and microphone.

/** What the person does with the browser's question. */
export type Person =
  | 'grants'
  /** When the test says so. */
  | 'grants late'
  | 'grants at first sight'
  | 'refuses'
  | 'has only a microphone'
  | 'has no devices'
  /** Which no machine of the tests has: it says that it can, and what it was told. */
  | 'has a light beside the camera'
  /** Grants, and has next to no way up: the other side's browser asks for no more than this. */
  | 'has a narrow way'

const connections: RTCPeerConnection[] = []
const given: MediaStreamTrack[] = []

// A browser that cannot call has none to watch.
class Watched extends (window.RTCPeerConnection ?? EventTarget) {
  constructor(config?: RTCConfiguration) {
    super(config)
    connections.push(this)
  }
}

/** Kbit/s for the picture, less than video wants: named in the answer or offer, as browsers do for each other. */
const narrowKbps = 30

class Narrow extends Watched {
  override setRemoteDescription({ type, sdp = '' }: RTCSessionDescriptionInit): Promise<void> {
    const narrow = sdp.replace(/(m=video.*\r\nc=.*\r\n)/, `$1b=AS:${narrowKbps}\r\n`)
    return super.setRemoteDescription({ type, sdp: narrow })
  }
}

export function installProbe(person: Person): void {
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = async (wish) => {
    await answer(person, wish)
    const stream = await real(wish)
    given.push(...stream.getTracks())
    return stream
  }
  if (window.RTCPeerConnection) {
    const Chosen = person === 'has a narrow way' ? Narrow : Watched
    Object.assign(window, { RTCPeerConnection: Chosen })
  }
  Object.assign(window, {
    probe: {
      received,
      iceServers,
      given: () => given.length,
      lights,
      dialled,
      gathered,
      senders,
      counts,
      ...watchSystem(),
      interrupt,
    },
  })
  if (person === 'has a light beside the camera') installLight()
}

/** What the page asked of the system: to keep the screen on, and which keys it listens to. */
function watchSystem() {
  const locks: WakeLockSentinel[] = []
  const keys = new Map<string, MediaSessionActionHandler | null>()
  const request = navigator.wakeLock.request.bind(navigator.wakeLock)
  navigator.wakeLock.request = async (type) => {
    const lock = await request(type)
    locks.push(lock)
    return lock
  }
  navigator.mediaSession.setActionHandler = (action, act) => void keys.set(action, act)
  return {
    isScreenKept: () => locks.some(({ released }) => !released),
    press: (action: MediaSessionAction) => keys.get(action)?.({ action }),
  }
}

function installLight(): void {
  const { getCapabilities } = MediaStreamTrack.prototype
  MediaStreamTrack.prototype.getCapabilities = function () {
    return { ...getCapabilities.call(this), torch: true } as MediaTrackCapabilities
  }
  MediaStreamTrack.prototype.applyConstraints = async (wish) => {
    const told = wish?.advanced?.[0] as { torch?: boolean } | undefined
    Object.assign(window, { light: told?.torch })
  }
}

/** The system keeps picture or sound back, as it does for a phone call, or gives it again. */
function interrupt(kind: 'audio' | 'video', event: 'mute' | 'unmute'): void {
  const track = given.findLast((each) => each.kind === kind && each.readyState === 'live')
  track?.dispatchEvent(new Event(event))
}

async function answer(person: Person, wish?: MediaStreamConstraints): Promise<void> {
  if (person === 'refuses') throw new DOMException('Permission denied', 'NotAllowedError')
  if (person === 'has no devices') throw new DOMException('None', 'NotFoundError')
  if (person === 'has only a microphone' && wish?.video) throw new DOMException('None', 'NotFoundError')
  if (person === 'grants at first sight') await firstSight()
  if (person === 'grants late') await new Promise((grant) => Object.assign(window, { grant }))
}

function firstSight(): Promise<unknown> {
  return new Promise((seen) => document.addEventListener('playing', seen, { capture: true, once: true }))
}

/** Frames and packets of sound so far, over the connections that are open. */
async function received(): Promise<{ frames: number; sound: number }> {
  const total = { frames: 0, sound: 0 }
  for (const connection of connections.filter((each) => each.connectionState === 'connected')) {
    for (const report of (await connection.getStats()).values()) {
      if (report.type !== 'inbound-rtp') continue
      if (report.kind === 'video') total.frames += report.framesDecoded ?? 0
      else total.sound += report.packetsReceived
    }
  }
  return total
}

/** What has come in so far, for tables: the browser's own counts over the open connections. */
async function counts(): Promise<Record<string, number>> {
  const sum = { packets: 0, lost: 0, samples: 0, concealed: 0, frames: 0, height: 0, bytes: 0, freezes: 0 }
  for (const connection of connections.filter((each) => each.connectionState === 'connected')) {
    for (const report of (await connection.getStats()).values()) {
      if (report.type !== 'inbound-rtp') continue
      if (report.kind === 'audio') {
        sum.packets += report.packetsReceived
        sum.lost += report.packetsLost
        sum.samples += report.totalSamplesReceived ?? 0
        sum.concealed += (report.concealedSamples ?? 0) - (report.silentConcealedSamples ?? 0)
      } else {
        sum.frames += report.framesDecoded ?? 0
        sum.height = Math.min(report.frameWidth ?? 0, report.frameHeight ?? 0)
        sum.bytes += report.bytesReceived
        sum.freezes += report.freezeCount ?? 0
      }
    }
  }
  return sum
}

/** Every STUN and TURN server that any connection was told of. */
function iceServers(): RTCIceServer[] {
  return connections.flatMap((each) => each.getConfiguration().iceServers ?? [])
}

/** Kinds of the devices whose light is on. */
function lights(): string[] {
  return given.filter(({ readyState }) => readyState === 'live').map(({ kind }) => kind)
}

/** What the open connections may send, in bits a second. */
function senders(): { kind: string | undefined; most: number | undefined; isActive: boolean | undefined }[] {
  return connections
    .filter((each) => each.connectionState === 'connected')
    .flatMap((each) => each.getSenders())
    .map((sender) => {
      const { maxBitrate: most, active: isActive } = sender.getParameters().encodings[0] ?? {}
      return { kind: sender.track?.kind, most, isActive }
    })
}

/** How many connections for picture and sound were made. */
function dialled(): number {
  return connections.filter((each) => each.getTransceivers().length > 0).length
}

/** How many of them looked for this browser's places in the network. */
function gathered(): number {
  return connections.filter((each) => each.iceGatheringState !== 'new').length
}
