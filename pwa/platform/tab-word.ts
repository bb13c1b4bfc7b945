import type { AnyEvent } from '../../edge/domain/events.ts'
import type { Signal } from '../../edge/domain/wire.ts'

/** What the tabs of one browser say to each other about their stream. */
export type TabWord =
  /** A new tab, and the event up to which it knows everything. */
  | { say: 'hello'; after: number }
  | { say: 'event'; event: AnyEvent }
  | { say: 'signal'; signal: Signal }
  | { say: 'state'; state: 'connecting' | 'open' | 'offline' }
  | { say: 'refused'; status: number }
  /** The edge is there, with nothing new. */
  | { say: 'heard' }
  /** Whoever stands before this event has missed some that we do not keep any more. */
  | { say: 'gap'; before: number }
