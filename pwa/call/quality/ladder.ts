// How large a picture the way can carry. The browser's own estimate says how much that is; it never asks for more
// than twice of what is sent, so each rung must be enough to reach the next.

export interface Rung {
  name: 'still' | 'tiny' | 'small' | 'medium' | 'large'
  /** Kbit/s for the picture alone, from which on this rung is of use. */
  from: number
  /** The most that it may take, in kbit/s. */
  most: number
  /** The shorter side in pixels. */
  height: number
  fps: number
}

export const rungs: readonly Rung[] = [
  { name: 'still', from: 0, most: 0, height: 0, fps: 0 },
  { name: 'tiny', from: 50, most: 180, height: 180, fps: 12 },
  { name: 'small', from: 140, most: 400, height: 270, fps: 15 },
  { name: 'medium', from: 330, most: 1_000, height: 480, fps: 24 },
  { name: 'large', from: 800, most: 2_500, height: 720, fps: 30 },
]

const tiny = 1
const small = 2
const start = 3

export interface Climb {
  /** Which of the rungs. */
  at: number
  /** How many samples in a row were too little for it, enough for the next, and perhaps enough. */
  low: number
  high: number
  maybe: number
  /** How many samples this rung has held. */
  held: number
  /** A step up that has yet to prove itself. */
  isTrial: boolean
  /** How many good samples the next step up wants: more after each one that was taken back. */
  patience: number
}

export const ground: Climb = { at: start, low: 0, high: 0, maybe: 0, held: 0, isTrial: false, patience: 4 }

export interface Room {
  /** Kbit/s for the picture, sound taken off; `null` where the browser does not tell. */
  kbps: number | null
  /** Share of what we send that is lost. */
  loss: number
  /** Whether the picture gets all that it asks for. */
  isSated?: boolean
}

// The estimate begins low and needs a moment.
const settling = 3
// After stills it begins at 30 kbit/s and grows by a twelfth a second: doubted like any other it never got anywhere,
// and the picture came and went every ten seconds.
const settlingAfterStills = 8
const lowEnough = 2
const patient = 4
const mostPatient = 32
/** What is only perhaps enough is given so many times that patience. */
const doubtful = 2
/** A step up that held for so many samples was no mistake. */
const steady = 15

/** One sample later. Down at once to what fits, up by one and only after a while. */
export function climb(from: Climb, room: Room): Climb {
  const held = from.held + 1
  const low = isTooLittle(from.at, room) ? from.low + 1 : 0
  const high = isEnough(from.at + 1, room) ? from.high + 1 : 0
  const maybe = mayBeEnough(from.at + 1, room) ? from.maybe + 1 : 0
  const isTrial = from.isTrial && held <= steady
  const patience = isTrial || !from.isTrial ? from.patience : patient
  if (low >= lowEnough && held > doubtedFor(from)) return stepDown(from, room)
  if (high >= patience || maybe >= patience * doubtful)
    return { ...ground, at: from.at + 1, isTrial: true, patience }
  return { ...from, held, low, high, maybe, isTrial, patience }
}

function doubtedFor({ at, isTrial }: Climb): number {
  return at === tiny && isTrial ? settlingAfterStills : settling
}

/** After a gap: what was seen before it, and in it, says nothing about the way that there is now. */
export function afterGap(from: Climb): Climb {
  return { ...from, low: 0, high: 0, maybe: 0, held: 0 }
}

function stepDown({ at, isTrial, patience }: Climb, room: Room): Climb {
  const fitting = room.kbps === null ? at - 1 : highestFor(room.kbps)
  return {
    ...ground,
    at: Math.max(0, Math.min(at - 1, fitting)),
    patience: isTrial ? Math.min(patience * 2, mostPatient) : patience,
  }
}

function highestFor(kbps: number): number {
  return rungs.findLastIndex(({ from }) => kbps >= from)
}

function isTooLittle(at: number, { kbps, loss }: Room): boolean {
  if (at === 0) return false
  if (kbps === null) return loss >= 0.1
  return kbps < (rungs[at]?.from ?? 0) * 0.8
}

function isEnough(at: number, { kbps, loss }: Room): boolean {
  const next = rungs[at]
  if (!next) return false
  if (kbps === null) return loss < 0.02
  return kbps >= next.from * 1.2
}

/**
 * A picture that gets all that it asks for keeps the estimate near to that, however much the way could carry: a still
 * scene would stay as it begins for ever. Where the next rung would be kept with what there is, it may as well be tried; on
 * thin lines each try would be heard, and is taken back.
 */
function mayBeEnough(at: number, room: Room): boolean {
  const isClean = room.isSated === true && room.kbps !== null && room.loss < 0.02
  return isClean && at > start && at < rungs.length && !isTooLittle(at, room)
}

/** What the person wishes to send, whatever the way can carry. */
export type Wish = 'all' | 'less' | 'still'

/** Where the data saver ends. */
export const saverKbps = 200

/** The rung to use: no higher than what is wished for. */
export function rungFor({ at }: Climb, wish: Wish): Rung {
  const highest = { all: rungs.length - 1, less: small, still: 0 }[wish]
  const rung = rungs[Math.min(at, highest)] as Rung
  return wish === 'less' ? { ...rung, most: Math.min(rung.most, saverKbps) } : rung
}
