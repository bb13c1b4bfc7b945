// Which entries belong together: messages of one side shortly after each other are one turn of speech.

import type { Entry, SaidEntry } from './entry.ts'

const togetherMs = 5 * 60_000

export function continuesTurn(previous: Entry | undefined, entry: Entry): boolean {
  return isSaid(previous) && isSaid(entry) && sameTurn(previous, entry)
}

/** A conversation that began today needs no line to say so. */
export function startsDay(previous: Entry | undefined, entry: Entry, now: number): boolean {
  return !sameDay(previous?.at ?? now, entry.at)
}

function sameTurn(one: SaidEntry, other: SaidEntry): boolean {
  const sameAuthor = one.side === other.side && sameName(one.authorName, other.authorName)
  return sameAuthor && Math.abs(other.at - one.at) < togetherMs && sameDay(one.at, other.at)
}

// What is still on its way carries no name yet; it is of this browser's own author.
function sameName(one: string | null, other: string | null): boolean {
  return one === other || one === null || other === null
}

function isSaid(entry: Entry | undefined): entry is SaidEntry {
  return entry !== undefined && entry.kind !== 'system'
}

export function sameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString()
}
