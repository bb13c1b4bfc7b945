import { type CallReport, lastReportMs } from '../domain/call-report.ts'
import { Refusal } from '../domain/refusal.ts'
import { keepReport } from '../store/call-reports.ts'
import type { Call } from '../store/calls.ts'
import { callIn } from './answer-call.ts'
import type { Context } from './context.ts'
import { perform } from './perform.ts'
import { type Seat, seated } from './seat.ts'

/** Each side says what it saw of a call, now and then and once more after its end. The last word counts. */
export async function reportCall(
  context: Context,
  seat: Seat,
  callId: string,
  report: CallReport,
): Promise<void> {
  await perform({ ...context, key: null }, async (work) => {
    const call = await callIn(work, await seated(work, seat), callId)
    if (!isOpenFor(call, work.now))
      throw new Refusal('wrong-state', 'There is nothing to report of this call.')
    await keepReport(
      work,
      { callId: call.id, side: seat.side, report: within(report, call, work.now) },
      work.now,
    )
  })
}

function isOpenFor({ answeredAt, endedAt }: Call, now: number): boolean {
  return answeredAt !== null && (endedAt === null || now - endedAt <= lastReportMs)
}

// No browser saw more of a call than there was of it, whatever it says.
function within(report: CallReport, { answeredAt, endedAt }: Call, now: number): CallReport {
  const whole = Math.ceil(((endedAt ?? now) - (answeredAt ?? now)) / 1000)
  const seconds = Math.min(report.seconds, whole)
  const atMost = (part: number) => Math.min(part, seconds)
  return {
    ...report,
    seconds,
    stillSeconds: atMost(report.stillSeconds),
    frozenSeconds: atMost(report.frozenSeconds),
  }
}
