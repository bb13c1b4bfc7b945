// The law of a call. The edge says whether a call exists; the browsers only hold lines to it.

import type { Steps } from './step.ts'

/** `none` is a conversation without an open call. */
export const callStates = ['none', 'ringing', 'live', 'ended'] as const
export type CallState = (typeof callStates)[number]

export const callEvents = [
  'call.placed',
  'call.answered',
  'call.declined',
  'call.cancelled',
  'call.missed',
  'call.hung-up',
  'call.lost',
] as const
export type CallStep = (typeof callEvents)[number]

export const callSteps: Steps<CallState, CallStep> = {
  // A link that asked for a call needs no ring: the green button answers it at once.
  none: { 'call.placed': 'ringing', 'call.answered': 'live' },
  ringing: {
    'call.answered': 'live',
    'call.declined': 'ended',
    'call.cancelled': 'ended',
    'call.missed': 'ended',
  },
  live: { 'call.hung-up': 'ended', 'call.lost': 'ended' },
  ended: {},
}

/** Why a call ended. */
export const endCauses = ['declined', 'cancelled', 'missed', 'hung-up', 'lost'] as const
export type EndCause = (typeof endCauses)[number]

/** A call that nobody answers rings this long. */
export const ringMs = 45_000

/** Browsers in a call say so this often … */
export const aliveMs = 15_000

/** … and a call of which neither side was heard for this long is lost. */
export const lostMs = 60_000
