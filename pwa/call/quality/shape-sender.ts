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

/** Sound goes first: on the way and, where networks heed it, in every queue. */
export async function preferSound(sender: RTCRtpSender): Promise<void> {
  const parameters = sender.getParameters()
  for (const one of parameters.encodings) Object.assign(one, { priority: 'high', networkPriority: 'high' })
  // A browser that does not know these goes on without.
  if (parameters.encodings.length > 0) await sender.setParameters(parameters).catch(() => {})
}
