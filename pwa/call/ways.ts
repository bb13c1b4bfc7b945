import { type IceRestart, makeIceRestart } from './ice-restart.ts'
import type { Connection } from './media-link.ts'
import type { Outlook } from './outlook.ts'

/** From one side to the other: another way for the connection that they have, or another connection. */
export interface Ways extends Omit<IceRestart, 'offer'> {
  /** Looks where we are. */
  look(): Promise<void>
  /** What to say when we ask: `anew` where our connection knows nothing of the network that we are in; else nothing. */
  wish(): string
  /** As they asked for it. */
  offer(asked: string): Promise<string | null>
}

export interface WaysOptions {
  ice(): RTCConfiguration | null
  more(sdp: string): void
  outlook: Outlook
  /** A connection beside the first. */
  another(): Connection
}

export function makeWays(first: RTCPeerConnection, { ice, more, outlook, another }: WaysOptions): Ways {
  const old = makeIceRestart(first, ice, more)
  let now = old

  const wish = () => (outlook.isBehind() ? 'anew' : '')

  function begin(): Connection {
    const second = another()
    now = makeIceRestart(second.peerConnection, ice, more, 0)
    return second
  }

  async function offer(asked: string): Promise<string | null> {
    const second = asked || wish() ? begin() : null
    if (!second) now = old
    const sdp = await now.offer()
    if (second && sdp) second.connectionId = sessionOf(sdp)
    return sdp
  }

  async function answer(offer: string): Promise<string | null> {
    const session = sessionOf(offer)
    const isNew = session !== '' && session !== sessionOf(first.remoteDescription?.sdp ?? '')
    // They have not heard yet what we wish.
    if (!isNew && wish()) return null
    if (isNew) begin().connectionId = session
    else now = old
    return now.answer(offer)
  }

  return {
    look: outlook.look,
    wish,
    offer,
    answer,
    accept: (sdp) => now.accept(sdp),
    isKnown: (sdp) => now.isKnown(sdp),
    addFrom: (sdp) => now.addFrom(sdp),
  }
}

/** The name of a connection in each of its descriptions by one side (RFC 8866, 5.2). */
function sessionOf(sdp: string): string {
  return /^o=\S+ (\d+)/m.exec(sdp)?.[1] ?? ''
}
