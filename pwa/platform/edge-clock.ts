// The time by the edge's clock: what waits is counted from what the edge wrote down, and a device's own clock may be
// hours off. Kept, because what was seen last is shown before the edge has answered.

import { keep, readKept } from './kept.ts'

const name = 'visavis.edge-ahead'
let aheadMs: number | undefined

/** @param at what an answer that has just come says is now, in milliseconds since the epoch */
export function noteEdgeTime(at: number): void {
  aheadMs = at - Date.now()
  keep(name, aheadMs)
}

/** Milliseconds since the epoch. By this device's clock where no answer has told otherwise yet. */
export function edgeNow(): number {
  aheadMs ??= readKept<number>(name) ?? 0
  return Date.now() + aheadMs
}
