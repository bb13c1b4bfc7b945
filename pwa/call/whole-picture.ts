// After a gap, and after each turn onto another way, the picture is the last to come back: what was on the old way is
// lost, what comes next says only what has changed since, and a browser that cannot decode it asks for a whole picture
// after two or three seconds.

import { showWhole } from './media-link.ts'

const everyMs = 150
const forMs = 4_000
const stuckMs = 250
const againMs = 450
const leastMs = 200
// Both sides know the channel by its number, so it needs no negotiation of its own.
const id = 103

/** Sends a whole picture after each turn, and asks for one when pieces arrive that cannot be shown. Returns its end. */
export function watchPicture(pc: RTCPeerConnection): () => void {
  const channel = pc.createDataChannel('whole', { negotiated: true, id, ordered: false, maxRetransmits: 0 })
  const way = pc.getSenders()[0]?.transport?.iceTransport
  let timer: ReturnType<typeof setTimeout> | undefined
  let until = 0
  let shownAt = 0
  let askedAt = 0
  let sentAt = 0
  let last = { pieces: 0, pictures: 0 }

  function turned(): void {
    showWhole(pc)
    begin()
  }

  function begin(): void {
    if (pc.connectionState !== 'connected') return
    until = Date.now() + forMs
    if (timer !== undefined) return
    shownAt = Date.now()
    void look()
  }

  async function look(): Promise<void> {
    timer = setTimeout(look, everyMs)
    const now = await received(pc)
    if (now.pictures !== last.pictures) {
      last = now
      shownAt = Date.now()
    } else if (now.pieces > last.pieces + 1 && Date.now() - shownAt > stuckMs) ask()
    if (Date.now() > until) rest()
  }

  // Lost like anything else; then it is asked again.
  function ask(): void {
    if (channel.readyState !== 'open' || Date.now() - askedAt < againMs) return
    askedAt = Date.now()
    channel.send('.')
  }

  function rest(): void {
    clearTimeout(timer)
    timer = undefined
  }

  // Whoever asks all the time is not to fill the way with whole pictures.
  channel.onmessage = () => {
    if (Date.now() - sentAt < leastMs) return
    sentAt = Date.now()
    showWhole(pc)
  }
  way?.addEventListener('selectedcandidatepairchange', turned)
  pc.addEventListener('connectionstatechange', begin)

  return () => {
    rest()
    way?.removeEventListener('selectedcandidatepairchange', turned)
    pc.removeEventListener('connectionstatechange', begin)
    channel.close()
  }
}

interface Report {
  type: string
  kind?: string
  packetsReceived?: number
  framesDecoded?: number
}

async function received(pc: RTCPeerConnection): Promise<{ pieces: number; pictures: number }> {
  const sum = { pieces: 0, pictures: 0 }
  for (const report of (await pc.getStats()).values() as Iterable<Report>) {
    if (report.type !== 'inbound-rtp' || report.kind !== 'video') continue
    sum.pieces += report.packetsReceived ?? 0
    sum.pictures += report.framesDecoded ?? 0
  }
  return sum
}
