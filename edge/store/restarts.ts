// What the sides of a live call tell each other to find a new way. The rows go with the call, by a trigger.

import type { CallId } from '../domain/ids.ts'
import type { RestartKind, RestartWord } from '../domain/restart.ts'
import type { Side } from '../domain/tickets.ts'
import { count, text } from './cells.ts'
import type { Reads, Row, Transaction } from './database.ts'

export interface KeptRestart {
  word: RestartWord
  /** Words told since `countedFrom`. */
  words: number
  countedFrom: number
}

export async function restartOf(reads: Reads, callId: CallId, side: Side): Promise<KeptRestart | null> {
  const row = await reads.one('SELECT * FROM restarts WHERE call_id = ? AND side = ?', [callId, side])
  return row ? restartFrom(row) : null
}

export async function keepRestart(
  transaction: Transaction,
  callId: CallId,
  side: Side,
  { word, words, countedFrom }: KeptRestart,
): Promise<void> {
  const { line, turn, kind, to, sdp } = word
  await transaction.run(
    `INSERT INTO restarts (call_id, side, line, turn, kind, answers, sdp, words, counted_from)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (call_id, side) DO UPDATE SET line = excluded.line, turn = excluded.turn, kind = excluded.kind,
       answers = excluded.answers, sdp = excluded.sdp, words = excluded.words, counted_from = excluded.counted_from`,
    [callId, side, line, turn, kind, to, sdp, words, countedFrom],
  )
}

function restartFrom(row: Row): KeptRestart {
  const word = {
    line: text(row, 'line'),
    turn: count(row, 'turn'),
    kind: text(row, 'kind') as RestartKind,
    to: count(row, 'answers'),
    sdp: text(row, 'sdp'),
  }
  return { word, words: count(row, 'words'), countedFrom: count(row, 'counted_from') }
}
