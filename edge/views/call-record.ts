import { notFound } from '../domain/refusal.ts'
import type { CallRecord } from '../domain/wire.ts'
import { recordOfCall } from '../store/call-reports.ts'
import type { Reads } from '../store/database.ts'
import type { Operator } from '../store/operators.ts'

/** A call within the operator's reach: when, how it was, and why it ended. */
export async function readCallRecord(
  reads: Reads,
  operator: Operator,
  conversationId: string,
  callId: string,
): Promise<CallRecord> {
  const record = await recordOfCall(reads, operator, conversationId, callId)
  if (!record) throw notFound('call')
  return record
}
