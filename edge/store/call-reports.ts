// What each side's browser saw of a call: one row a side, and the last word counts.

import type { EndCause } from '../domain/call.ts'
import type { CallReport, CallWay } from '../domain/call-report.ts'
import type { CallId } from '../domain/ids.ts'
import type { Side } from '../domain/tickets.ts'
import type { CallRecord } from '../domain/wire.ts'
import { count, maybeCount, maybeText, text } from './cells.ts'
import type { Reads, Row, Transaction } from './database.ts'
import { reach, reachArgs } from './reach.ts'

/** A report that comes late must not undo one that saw more of the call. */
export async function keepReport(
  transaction: Transaction,
  { callId, side, report }: { callId: CallId; side: Side; report: CallReport },
  now: number,
): Promise<void> {
  await transaction.run(
    `INSERT INTO call_reports (call_id, side, way, restarts, seconds, still_seconds, first_frame_ms,
       round_trip_median_ms, round_trip_p95_ms, loss_percent, kbps, freezes, frozen_seconds, reported_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (call_id, side) DO UPDATE SET way = excluded.way, restarts = excluded.restarts,
       seconds = excluded.seconds, still_seconds = excluded.still_seconds,
       first_frame_ms = excluded.first_frame_ms, round_trip_median_ms = excluded.round_trip_median_ms,
       round_trip_p95_ms = excluded.round_trip_p95_ms, loss_percent = excluded.loss_percent,
       kbps = excluded.kbps, freezes = excluded.freezes, frozen_seconds = excluded.frozen_seconds,
       reported_at = excluded.reported_at
     WHERE excluded.seconds >= call_reports.seconds`,
    [
      callId,
      side,
      report.way,
      report.restarts,
      report.seconds,
      report.stillSeconds,
      report.firstFrameMs,
      report.roundTripMedianMs,
      report.roundTripP95Ms,
      report.lossPercent,
      report.kbps,
      report.freezes,
      report.frozenSeconds,
      now,
    ],
  )
}

type Reader = Parameters<typeof reachArgs>[0]

/** One row a report; a call without any has one row still. */
const columns = `k.id, k.placed_by, k.answered_at, k.ended_at, k.end_cause, r.side, r.way, r.restarts, r.seconds,
  r.still_seconds, r.first_frame_ms, r.round_trip_median_ms, r.round_trip_p95_ms, r.loss_percent, r.kbps, r.freezes,
  r.frozen_seconds
  FROM calls k JOIN conversations c ON c.id = k.conversation_id LEFT JOIN call_reports r ON r.call_id = k.id`

/** A call of a conversation that this operator may read. */
export async function recordOfCall(
  reads: Reads,
  reader: Reader,
  conversationId: string,
  callId: string,
): Promise<CallRecord | null> {
  const rows = await reads.all(`SELECT ${columns} WHERE ${reach} AND c.id = ?3 AND k.id = ?4`, [
    ...reachArgs(reader),
    conversationId,
    callId,
  ])
  return recordsOf(rows)[0] ?? null
}

/** The calls within reach that ended since then, newest first, no more than `limit` of them. */
export async function recordsSince(
  reads: Reads,
  reader: Reader,
  since: number,
  limit: number,
): Promise<CallRecord[]> {
  const rows = await reads.all(
    `SELECT ${columns} WHERE ${reach} AND k.state = 'ended' AND k.ended_at >= ?3
     ORDER BY k.ended_at DESC, k.id LIMIT ?4`,
    // Two rows a call at most.
    [...reachArgs(reader), since, limit * 2],
  )
  return recordsOf(rows).slice(0, limit)
}

function recordsOf(rows: Row[]): CallRecord[] {
  const records = new Map<string, CallRecord>()
  for (const row of rows) {
    const record = records.get(text(row, 'id')) ?? recordOf(row)
    records.set(record.id, record)
    const side = maybeText(row, 'side') as Side | null
    if (side) record.reports[side] = reportOf(row)
  }
  return [...records.values()]
}

function recordOf(row: Row): CallRecord {
  return {
    id: text(row, 'id') as CallId,
    placedBy: text(row, 'placed_by') as Side,
    answeredAt: maybeCount(row, 'answered_at'),
    endedAt: maybeCount(row, 'ended_at'),
    endCause: maybeText(row, 'end_cause') as EndCause | null,
    reports: { customer: null, operator: null },
  }
}

function reportOf(row: Row): CallReport {
  return {
    way: maybeText(row, 'way') as CallWay | null,
    restarts: count(row, 'restarts'),
    seconds: count(row, 'seconds'),
    stillSeconds: count(row, 'still_seconds'),
    firstFrameMs: maybeCount(row, 'first_frame_ms'),
    roundTripMedianMs: maybeCount(row, 'round_trip_median_ms'),
    roundTripP95Ms: maybeCount(row, 'round_trip_p95_ms'),
    lossPercent: count(row, 'loss_percent'),
    kbps: count(row, 'kbps'),
    freezes: count(row, 'freezes'),
    frozenSeconds: count(row, 'frozen_seconds'),
  }
}
