import type { Encoding } from './encoding.ts'

/** Keeps a sender's settings what they should be. Tells the browser only what has changed. */
export interface SenderShape {
  apply(sender: RTCRtpSender, encoding: Encoding): void
}

export function makeSenderShape(): SenderShape {
  let told = ''
  let toldTo: RTCRtpSender | null = null

  function apply(sender: RTCRtpSender, encoding: Encoding): void {
    const wish = JSON.stringify(encoding)
    if (toldTo === sender && told === wish) return
    const { degradationPreference, ...each } = encoding
    const parameters = sender.getParameters()
    // Before the connection is negotiated there is nothing to set.
    if (parameters.encodings.length === 0) return
    for (const one of parameters.encodings) Object.assign(one, each)
    toldTo = sender
    told = wish
    // A track that is being replaced refuses; the next moment asks again.
    sender.setParameters(Object.assign(parameters, { degradationPreference })).catch(() => {
      told = ''
    })
  }

  return { apply }
}

// Speech is as clear with it; music is not.
const narrowBits = 18_000
const usualBits = 32_000

/**
 * Sound goes first: on the way and, where networks heed it, in every queue. Where no video fits it is made narrower,
 * too: fifty packets a second cost 23 kbit/s before there is any sound in them, and with Opus' usual 32 nothing of
 * 60 kbit/s would be left for a still.
 */
export async function preferSound(sender: RTCRtpSender, isNarrow: boolean): Promise<void> {
  const parameters = sender.getParameters()
  const first = { priority: 'high', networkPriority: 'high', maxBitrate: isNarrow ? narrowBits : usualBits }
  for (const one of parameters.encodings) Object.assign(one, first)
  // A browser that does not know these goes on without.
  if (parameters.encodings.length > 0) await sender.setParameters(parameters).catch(() => {})
}
