/** Makes a new way for a connection that is up or was, from descriptions with their candidates in them. */
export interface IceRestart {
  /** A description to send, or `null` if the connection is closed. */
  offer(): Promise<string | null>
  /** The answer to the other side's offer, or `null` for an offer that is none. */
  answer(offer: string): Promise<string | null>
  /** `false` for an answer that is none, or not to our offer. */
  accept(answer: string): Promise<boolean>
  /** Whether this is what was answered or accepted already; it may have more candidates by now. */
  isKnown(sdp: string): boolean
  addFrom(sdp: string): void
}

// This machine's own candidates are there at once, if its network is. What a server adds later is said then.
const gatherMs = 250
const soonMs = 40
const moreMs = 60
// A check that comes from a place that nobody told is taken for a worse way than the old one on the same device, and
// Chromium then leaves it alone until the old one was silent for 2.5 s. So we knock nowhere before the other side has
// had the time to hear where we are. A connection that never had another way has nothing to wait for.
const heardMs = 200

/**
 * `ice` says which servers to use by now: credentials age, and a call may be long. `more` hears our description
 * again when further candidates came, as they do right after a change of networks.
 */
export function makeIceRestart(
  pc: RTCPeerConnection,
  ice: () => RTCConfiguration | null,
  more: (sdp: string) => void,
  patienceMs = heardMs,
): IceRestart {
  // One after the other: a description that comes while another is being answered must not get between.
  let work: Promise<unknown> = Promise.resolve()
  let telling: ReturnType<typeof setTimeout> | undefined
  let releasing: ReturnType<typeof setTimeout> | undefined
  let isHeard = false
  /** What the other side said of its places, until it has heard ours. */
  let held = ''

  // Whatever a description does to the browser, the call that there is must not suffer from it.
  function next<T>(step: () => Promise<T>): Promise<T | null> {
    const done = work.then(step).catch(() => null)
    work = done
    return done
  }

  async function describe(make: () => Promise<RTCSessionDescriptionInit>): Promise<string> {
    clearTimeout(telling)
    clearTimeout(releasing)
    telling = releasing = undefined
    isHeard = false
    // PeerJS would send each candidate over the broker, where nobody waits for it.
    pc.onicecandidate = null
    renew()
    await pc.setLocalDescription(await make())
    await gathered(pc)
    pc.onicecandidate = tellMore
    return told()
  }

  function renew(): void {
    const fresh = ice()
    if (fresh) pc.setConfiguration({ ...pc.getConfiguration(), ...fresh })
  }

  function tellMore({ candidate }: RTCPeerConnectionIceEvent): void {
    if (!candidate) return
    // From the first one on: the others may take their time, and it may be the one that works.
    telling ??= setTimeout(tell, moreMs)
  }

  function tell(): void {
    telling = undefined
    more(told())
  }

  /** Our description, which is said now. */
  function told(): string {
    const sdp = pc.localDescription?.sdp ?? ''
    if (hasPlace(sdp)) releasing ??= setTimeout(release, patienceMs)
    return sdp
  }

  function release(): void {
    isHeard = true
    void next(() => add(held))
  }

  async function offer(): Promise<string> {
    held = ''
    return describe(() => pc.createOffer({ iceRestart: true }))
  }

  async function answer(offer: string): Promise<string | null> {
    try {
      await pc.setRemoteDescription({ type: 'offer', sdp: withoutPlaces(offer) })
      held = offer
      return await describe(() => pc.createAnswer())
    } catch {
      if (pc.signalingState === 'have-remote-offer') await pc.setRemoteDescription({ type: 'rollback' })
      return null
    }
  }

  async function accept(sdp: string): Promise<boolean> {
    await pc.setRemoteDescription({ type: 'answer', sdp: withoutPlaces(sdp) })
    await take(sdp)
    return true
  }

  async function take(sdp: string): Promise<void> {
    if (isHeard) await add(sdp)
    else held = sdp
  }

  async function add(sdp: string): Promise<void> {
    const usernameFragment = fragmentOf(sdp) ?? null
    for (const [, candidate] of sdp.matchAll(/^a=(candidate:.*?)\r?$/gm)) {
      await pc.addIceCandidate({ candidate: candidate ?? '', sdpMLineIndex: 0, usernameFragment })
    }
  }

  return {
    offer: () => next(offer),
    answer: (offer) => next(() => answer(offer)),
    accept: async (sdp) => (await next(() => accept(sdp))) ?? false,
    isKnown: (sdp) => fragmentOf(sdp) === fragmentOf(pc.remoteDescription?.sdp ?? ''),
    addFrom: (sdp) => void next(() => take(sdp)),
  }
}

const withoutPlaces = (sdp: string) => sdp.replace(/^a=candidate:.*\r?\n/gm, '')

/** Whether anything can be reached there; over TCP browsers only call, they do not answer. */
const hasPlace = (sdp: string) => /^a=candidate:\S+ \d+ udp /im.test(sdp)

/** Names a round: each restart makes a new one (RFC 8445, 9). */
function fragmentOf(sdp: string): string | undefined {
  return /^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1]
}

function gathered(pc: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, gatherMs)
    function look(): void {
      if (pc.iceGatheringState === 'complete') done()
    }
    function found(): void {
      if (hasPlace(pc.localDescription?.sdp ?? '')) setTimeout(done, soonMs)
    }
    function done(): void {
      clearTimeout(timer)
      pc.removeEventListener('icegatheringstatechange', look)
      pc.removeEventListener('icecandidate', found)
      resolve()
    }
    pc.addEventListener('icegatheringstatechange', look)
    pc.addEventListener('icecandidate', found)
    look()
  })
}
