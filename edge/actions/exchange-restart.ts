import type { CallId } from '../domain/ids.ts'
import { Refusal } from '../domain/refusal.ts'
import { type RestartWord, restartKindsOf, restartLimit } from '../domain/restart.ts'
import type { Side } from '../domain/tickets.ts'
import { type KeptRestart, keepRestart, restartOf } from '../store/restarts.ts'
import { callIn } from './answer-call.ts'
import type { Context, Reads } from './context.ts'
import { perform } from './perform.ts'
import { type Seat, seated } from './seat.ts'

export interface Exchanged {
  /** The other side's latest word. */
  theirs: RestartWord | null
  /** Whether ours was new, so that the other side should hear of it. */
  isNews: boolean
}

/**
 * A side of a live call says its latest word, if it has one, and hears the other's. Asked again and again by
 * browsers that look for each other, so what brings nothing new is a read. Refuses with "wrong-state" once the
 * call is over, and with "too-many" what no browser would say so fast.
 */
export async function exchangeRestart(
  context: Context,
  seat: Seat,
  callId: string,
  word: RestartWord | null,
): Promise<Exchanged> {
  const id = await liveCall(context.database, seat, callId)
  if (word && !restartKindsOf[seat.side].includes(word.kind)) {
    throw new Refusal('invalid-input', 'This is the other side’s to say.', { field: 'word.kind' })
  }
  const mayBeNews = word !== null && isNewer(word, await restartOf(context.database, id, seat.side))
  const isNews = mayBeNews && (await say(context, seat, callId, word))
  const theirs = await restartOf(context.database, id, otherSide(seat.side))
  return { theirs: theirs?.word ?? null, isNews }
}

/** Within the transaction everything is looked up again: the call may have ended, or a newer word have come. */
function say(context: Context, seat: Seat, callId: string, word: RestartWord): Promise<boolean> {
  return perform({ ...context, key: null }, async (work) => {
    const id = await liveCall(work, seat, callId)
    const kept = await restartOf(work, id, seat.side)
    if (!isNewer(word, kept)) return false
    await keepRestart(work, id, seat.side, { word, ...counted(kept, work.now) })
    return true
  })
}

async function liveCall(reads: Reads, seat: Seat, callId: string): Promise<CallId> {
  const call = await callIn(reads, await seated(reads, seat), callId)
  if (call.state !== 'live') throw new Refusal('wrong-state', 'This call is not under way.')
  return call.id
}

// Requests overtake each other on a bad line: an older word must not take the place of a newer one.
function isNewer(word: RestartWord, kept: KeptRestart | null): boolean {
  return kept === null || word.turn > kept.word.turn
}

function counted(kept: KeptRestart | null, now: number): Pick<KeptRestart, 'words' | 'countedFrom'> {
  if (!kept || now - kept.countedFrom >= restartLimit.windowMs) return { words: 1, countedFrom: now }
  if (kept.words >= restartLimit.words) throw new Refusal('too-many', 'Too many tries. Please wait a moment.')
  return { words: kept.words + 1, countedFrom: kept.countedFrom }
}

function otherSide(side: Side): Side {
  return side === 'customer' ? 'operator' : 'customer'
}
