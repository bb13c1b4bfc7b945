// Stills share the way with the sound, and must never crowd it out: they begin small, are sent no faster than what
// was seen to arrive in time, and give way at once.

/** Kbit/s that stills may take. */
export interface StillPace {
  kbps: number
}

const slowest = 8
const fastest = 400
/** Whoever chose stills wants to save data. */
export const chosenMost = 150

/** A third of what is believed to be there, which may be too much; a little where nobody knows. */
export function firstPace(roomKbps: number | null): StillPace {
  return { kbps: Math.round(Math.min(Math.max((roomKbps ?? 45) / 3, 12), 100)) }
}

export interface Delivery {
  /** How long it was to take at the pace that it was sent with, and how long it took until it was seen. */
  plannedMs: number
  tookMs: number
  /** Share of the packets of sound that were lost meanwhile. */
  loss: number
}

/** The pace after a still that arrived, or did not (`null`). */
export function paceAfter({ kbps }: StillPace, delivery: Delivery | null, most: number = fastest): StillPace {
  const factor = !delivery ? 0.5 : isInTime(delivery) ? 1.5 : 0.7
  return { kbps: Math.round(Math.min(Math.max(kbps * factor, slowest), most)) }
}

// What waits in a queue on the way arrives later and later, long before anything is lost.
function isInTime({ plannedMs, tookMs, loss }: Delivery): boolean {
  return tookMs < plannedMs * 1.25 + 700 && loss < 0.25
}

export interface StillSize {
  bytes: number
  everyMs: number
}

/**
 * Rather fewer than unrecognizable: what moves slowly comes every eight seconds, and what can every three. The first
 * one is small, so that nobody looks at nothing.
 */
export function stillSize({ kbps }: StillPace, isFirst = false): StillSize {
  const everyMs = isFirst ? 2_000 : kbps >= 60 ? 3_000 : kbps >= 25 ? 5_000 : 8_000
  // A fifth of the time is left free, for what is late and for words.
  return { everyMs, bytes: Math.round((kbps * everyMs * 0.8) / 8) }
}

/** A way to draw a picture: its shorter side in pixels, and how good a JPEG. */
export interface Drawn {
  height: number
  quality: number
}

const heights = [144, 180, 240, 360, 480, 720, 1080]

/** The picture that should have `bytes`, after one that came out at `got`. Bytes grow with the area. */
export function fitStill(drawn: Drawn, got: number, bytes: number, largest: number): Drawn {
  const wanted = drawn.height * Math.sqrt(bytes / Math.max(got, 1))
  const height = heights.findLast((each) => each <= Math.min(wanted, largest)) ?? 144
  // Between two sizes, the quality takes the rest.
  const rest = wanted / height
  return { height, quality: Math.round(Math.min(Math.max(0.6 * rest, 0.35), 0.85) * 100) / 100 }
}
