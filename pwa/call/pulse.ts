// A side without microphone and camera sends next to nothing. Its pulse tells that it is there.

const everyMs = 500
// Both sides know the channel by its number, so it needs no negotiation of its own.
const id = 101

export interface Pulse {
  /** How often the other side's was felt. */
  count(): number
  stop(): void
}

export function makePulse(pc: RTCPeerConnection): Pulse {
  const channel = pc.createDataChannel('pulse', { negotiated: true, id, ordered: false, maxRetransmits: 0 })
  let felt = 0
  channel.onmessage = () => {
    felt += 1
  }
  // What cannot leave now is not worth sending later.
  const timer = setInterval(
    () => channel.readyState === 'open' && channel.bufferedAmount === 0 && channel.send('.'),
    everyMs,
  )
  return { count: () => felt, stop: () => clearInterval(timer) }
}
