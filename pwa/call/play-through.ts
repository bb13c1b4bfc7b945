/** Chromium's, which TypeScript's library leaves out: https://webaudio.github.io/web-audio-api/#dom-audiocontext-setsinkid */
type WithSink = AudioContext & { setSinkId?(id: string): Promise<void> }

/**
 * Plays what comes out of a node on the loudspeaker of that id; '' is the device's own, which also plays where the
 * chosen one is not there. Returns the end of it.
 */
export function playThrough(node: AudioNode, speaker: string): () => void {
  const context = node.context as WithSink
  const mustDetour = speaker !== '' && !context.setSinkId
  if (mustDetour && 'setSinkId' in HTMLMediaElement.prototype) return playInElement(node, context, speaker)
  node.connect(context.destination)
  if (speaker !== '') void context.setSinkId?.(speaker).catch(() => {})
  return () => node.disconnect()
}

// Where the context itself cannot choose, an element can.
function playInElement(node: AudioNode, context: AudioContext, speaker: string): () => void {
  const way = new MediaStreamAudioDestinationNode(context)
  const element = new Audio()
  node.connect(way)
  element.srcObject = way.stream
  void element
    .setSinkId(speaker)
    .catch(() => {})
    .then(() => element.play())
    .catch(() => {})
  return () => {
    element.pause()
    node.disconnect()
  }
}
