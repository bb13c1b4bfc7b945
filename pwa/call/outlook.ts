// Chromium looks at its networks half a second to two seconds after they have changed, and goes on with the old ones
// in every connection of a page until then. A window that is made now is shown them as they are, so that a connection
// can be made from in there.

/** A window's own names, as the page's. */
export type Place = Window & typeof globalThis

export interface Outlook {
  /** Looks around, within moments. What was seen last counts. */
  look(): Promise<void>
  /** Whether this page's connections know less of our networks than a new window's. */
  isBehind(): boolean
  /** Where a connection is to be made now; `leave` once it is closed. */
  enter(): { place: Place; leave(): void }
}

// A busy phone takes its time. Where there is no network the browser is done at once.
const patienceMs = 500
// Those of one machine are told in one go. An address that is gone is never told.
const moreMs = 60
// By then the page knows them as well.
const behindMs = 4_000

export function makeOutlook(): Outlook {
  let behindUntil = 0
  let round = 0

  async function look(): Promise<void> {
    const mine = ++round
    const { place, leave } = open()
    const known: string[] = []
    const stop = findAddresses(window, known)
    const real = await addressesOf(place)
    stop()
    leave()
    if (mine !== round) return
    const isBehind = real.some((address) => !known.includes(address))
    behindUntil = isBehind ? Date.now() + behindMs : 0
  }

  const isBehind = () => Date.now() < behindUntil

  return {
    look,
    isBehind,
    enter: () => (isBehind() ? open() : { place: window, leave() {} }),
  }
}

function open() {
  const frame = document.createElement('iframe')
  frame.hidden = true
  document.body.append(frame)
  return { place: frame.contentWindow as Place, leave: () => frame.remove() }
}

function addressesOf(place: Place): Promise<string[]> {
  const found: string[] = []
  return new Promise((resolve) => {
    const end = () => {
      stop()
      resolve(found)
    }
    setTimeout(end, patienceMs)
    const stop = findAddresses(place, found, (isAll) => (isAll ? end() : setTimeout(end, moreMs)))
  })
}

/** Names that only a neighbour understands (RFC 8828) say nothing: they are other ones each time. */
function findAddresses(place: Place, found: string[], tell: (isAll: boolean) => void = () => {}): () => void {
  const pc = new place.RTCPeerConnection()
  pc.onicecandidate = ({ candidate }) => {
    const address = candidate?.address
    if (address && !address.endsWith('.local')) found.push(address)
    tell(!candidate)
  }
  pc.createDataChannel('')
  pc.setLocalDescription().catch(() => tell(true))
  return () => pc.close()
}
