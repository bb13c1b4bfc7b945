// What the two browsers of a live call tell each other through the edge to find a new way through their networks:
// an ICE restart (RFC 8445, 9) with complete descriptions. It is of the moment, and no event.

import type { Side } from './tickets.ts'

export const restartKinds = ['asks', 'offer', 'answer', 'unknown'] as const
export type RestartKind = (typeof restartKinds)[number]

/** A side's latest word. Only the newest counts, so saying it again, or late, does no harm. */
export interface RestartWord {
  /** The connection that it is about, by the name that both browsers know it by. */
  line: string
  /** Grows with every word of a side, also after it has loaded its page again. */
  turn: number
  kind: RestartKind
  /** The other side's turn that this answers; 0 for none. */
  to: number
  /** The description of an offer or an answer. Who asks may say here what it wishes; else empty. */
  sdp: string
}

/**
 * Either side asks, one offers and one answers, so that two offers never meet. `unknown`: the page has no such
 * connection.
 */
export const restartKindsOf: Readonly<Record<Side, readonly RestartKind[]>> = {
  operator: ['asks', 'offer'],
  customer: ['asks', 'answer', 'unknown'],
}

/** Ten times the longest that browsers write. */
export const sdpLimit = 64 * 1024

/** More new words than these within the window are no browser that looks for its way. */
export const restartLimit = { words: 60, windowMs: 20_000 } as const
