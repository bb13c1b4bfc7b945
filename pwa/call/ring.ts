// A ring is heard and felt. The browser may keep both from a page that nobody has touched; it is seen anyway.

/** How loud and where it rings; a person who can choose has chosen (./ring-choice.ts). */
export interface RingWay {
  gain(isTrial: boolean): number
  /** Returns the end of it. */
  play(node: AudioNode): () => void
}

let way: RingWay = { gain: () => 0.12, play: (node) => playPlainly(node) }

export function ringBy(chosen: RingWay): void {
  way = chosen
}

const toneMs = 400
const everyMs = 2_000
const tone = 740

/**
 * Rings until it is ended, by itself: a page in the background has its timers slowed down to one a minute.
 * @param isTrial heard whatever the operator's status is
 */
export function makeRing({ isTrial = false } = {}): () => void {
  const gain = () => way.gain(isTrial)
  const context = new AudioContext()
  const volume = new GainNode(context, { gain: gain() })
  const sound = new AudioBufferSourceNode(context, { buffer: oneRing(context), loop: true })
  sound.connect(volume)
  const stopPlaying = way.play(volume)
  sound.start()

  // What was touched last may have been before the browser counted; the next touch counts.
  const resume = () => void context.resume().catch(() => {})
  const touches = ['pointerdown', 'keydown'] as const
  for (const touch of touches) addEventListener(touch, resume)

  const shake = () => gain() > 0 && navigator.vibrate?.([toneMs, 200, toneMs])
  shake()
  const timer = setInterval(() => {
    volume.gain.value = gain()
    shake()
  }, everyMs)

  return () => {
    clearInterval(timer)
    for (const touch of touches) removeEventListener(touch, resume)
    navigator.vibrate?.(0)
    stopPlaying()
    void context.close()
  }
}

function playPlainly(node: AudioNode): () => void {
  node.connect(node.context.destination)
  return () => node.disconnect()
}

/** Two tones and a pause, as long as what is repeated. */
function oneRing(context: BaseAudioContext): AudioBuffer {
  const rate = context.sampleRate
  const buffer = new AudioBuffer({ length: (rate * everyMs) / 1000, sampleRate: rate })
  const samples = buffer.getChannelData(0)
  for (const from of [0, 0.5]) {
    const start = Math.round(from * rate)
    const length = Math.round((toneMs / 1000) * rate)
    for (let at = 0; at < length; at++) {
      samples[start + at] = Math.sin((2 * Math.PI * tone * at) / rate) * edge(at / rate, length / rate)
    }
  }
  return buffer
}

// A hard edge would click.
function edge(at: number, length: number): number {
  const softly = 0.03
  return Math.max(0, Math.min(1, at / softly, (length - at) / softly))
}
