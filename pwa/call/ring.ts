// A ring is heard and felt. The browser may keep both from a page that nobody has touched; it is seen anyway.

const toneMs = 400
const everyMs = 2_000

/** Rings until it is ended. */
export function makeRing(): () => void {
  const context = new AudioContext()
  const ring = () => {
    navigator.vibrate?.([toneMs, 200, toneMs])
    if (context.state === 'running') {
      sound(context, 0)
      sound(context, 0.5)
    }
  }
  ring()
  const timer = setInterval(ring, everyMs)
  return () => {
    clearInterval(timer)
    navigator.vibrate?.(0)
    void context.close()
  }
}

function sound(context: AudioContext, after: number): void {
  const start = context.currentTime + after
  const volume = new GainNode(context, { gain: 0 })
  const tone = new OscillatorNode(context, { frequency: 740 })
  // A hard edge would click.
  volume.gain.setTargetAtTime(0.12, start, 0.02)
  volume.gain.setTargetAtTime(0, start + toneMs / 1000 - 0.1, 0.03)
  tone.connect(volume).connect(context.destination)
  tone.start(start)
  tone.stop(start + toneMs / 1000)
}
