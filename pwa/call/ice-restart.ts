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

// This machine's own candidates are there at once. What a server adds later is said then.
const gatherMs = 250
const moreMs = 60

/**
 * `ice` says which servers to use by now: credentials age, and a call may be long. `more` hears our description
 * again when further candidates came, as they do right after a change of networks.
 */
export function makeIceRestart(
  pc: RTCPeerConnection,
  ice: () => RTCConfiguration | null,
  more: (sdp: string) => void,
): IceRestart {
  // One after the other: a description that comes while another is being answered must not get between.
  let work: Promise<unknown> = Promise.resolve()
  let telling: ReturnType<typeof setTimeout> | undefined

  // Whatever a description does to the browser, the call that there is must not suffer from it.
  function next<T>(step: () => Promise<T>): Promise<T | null> {
    const done = work.then(step).catch(() => null)
    work = done
    return done
  }

  async function describe(make: () => Promise<RTCSessionDescriptionInit>): Promise<string> {
    clearTimeout(telling)
    telling = undefined
    // PeerJS would send each candidate over the broker, where nobody waits for it.
    pc.onicecandidate = null
    renew()
    await pc.setLocalDescription(await make())
    await gathered(pc)
    pc.onicecandidate = tellMore
    return pc.localDescription?.sdp ?? ''
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
    more(pc.localDescription?.sdp ?? '')
  }

  async function answer(offer: string): Promise<string | null> {
    try {
      await pc.setRemoteDescription({ type: 'offer', sdp: offer })
      return await describe(() => pc.createAnswer())
    } catch {
      if (pc.signalingState === 'have-remote-offer') await pc.setRemoteDescription({ type: 'rollback' })
      return null
    }
  }

  async function accept(sdp: string): Promise<boolean> {
    await pc.setRemoteDescription({ type: 'answer', sdp })
    return true
  }

  async function add(sdp: string): Promise<void> {
    const usernameFragment = fragmentOf(sdp) ?? null
    for (const [, candidate] of sdp.matchAll(/^a=(candidate:.*?)\r?$/gm)) {
      await pc.addIceCandidate({ candidate: candidate ?? '', sdpMLineIndex: 0, usernameFragment })
    }
  }

  return {
    offer: () => next(() => describe(() => pc.createOffer({ iceRestart: true }))),
    answer: (offer) => next(() => answer(offer)),
    accept: async (sdp) => (await next(() => accept(sdp))) ?? false,
    isKnown: (sdp) => fragmentOf(sdp) === fragmentOf(pc.remoteDescription?.sdp ?? ''),
    addFrom: (sdp) => void next(() => add(sdp)),
  }
}

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
    function done(): void {
      clearTimeout(timer)
      pc.removeEventListener('icegatheringstatechange', look)
      resolve()
    }
    pc.addEventListener('icegatheringstatechange', look)
    look()
  })
}
