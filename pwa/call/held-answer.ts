import type { MediaConnection } from 'peerjs'
import type { Tracks } from './placeholder.ts'

/** An answer that is ready but for its last step: nobody hears of it, and nothing is looked for in the network. */
export interface HeldAnswer {
  /** Makes the connection and the answer, with what goes into it. */
  begin(tracks: Tracks): void
  /** Lets it go. */
  send(): void
  drop(): void
}

/**
 * PeerJS sends an answer as soon as it is set. Setting it is also what makes the browser gather its own places and knock
 * at those that were offered, so that is what waits.
 */
export function holdAnswer(call: MediaConnection): HeldAnswer {
  let send = () => {}
  const allowed = new Promise<void>((resolve) => {
    send = resolve
  })

  function begin({ audio, video }: Tracks): void {
    call.answer(new MediaStream([audio, video]))
    const pc = call.peerConnection
    const set = pc.setLocalDescription.bind(pc)
    pc.setLocalDescription = (description) => allowed.then(() => set(description))
  }

  return { begin, send, drop: () => call.close() }
}
