import { nextSmsState, refusalOf, type SmsState } from '../domain/sms.ts'
import { advance } from '../store/advance.ts'
import { setOptOut } from '../store/customers.ts'
import { isNewestSms, type Sms, setSmsState, smsById, smsBySid } from '../store/sms.ts'
import type { Context, Work } from './context.ts'
import { perform } from './perform.ts'

export interface SmsReport {
  state: SmsState
  sid: string | null
  /** Twilio's error code. */
  code: number | null
}

const lostStates: readonly SmsState[] = ['failed', 'undelivered', 'suppressed']

/** Twilio's word on a message, found by its SID or by our id. Reports repeat and overtake each other. */
export async function recordSmsStatus(
  context: Context,
  smsId: string | null,
  report: SmsReport,
): Promise<void> {
  await perform(context, async (work) => {
    const found = report.sid === null ? null : await smsBySid(work, report.sid)
    const sms = found ?? (smsId === null ? null : await smsById(work, smsId))
    if (!sms || (sms.sid !== null && report.sid !== null && sms.sid !== report.sid)) return
    await moveSms(work, sms, report)
  })
}

/**
 * Moves a message forward, never back. When the last one that was sent fails, a customer who has
 * not come yet is unreachable; an earlier one says nothing about that.
 */
export async function moveSms(work: Work, sms: Sms, report: SmsReport): Promise<void> {
  const state = nextSmsState(sms.state, report.state)
  if (state === sms.state) return
  await setSmsState(work, sms.id, { ...report, state }, work.now)
  const { conversationId, id: smsId } = sms
  if (refusalOf(report.code) === 'opted-out') await setOptOut(work, sms.phone, true, work.now)
  if (!lostStates.includes(state) || !(await isNewestSms(work, sms))) {
    await work.record('sms.progressed', conversationId, { smsId, state })
    return
  }
  await advance(work, 'conversations', conversationId, 'sms.failed')
  await work.record('sms.failed', conversationId, { smsId, state, code: report.code })
}

/** The person answered STOP, or START. */
export async function recordOptOut(context: Context, phone: string, out: boolean): Promise<void> {
  await perform(context, (work) => setOptOut(work, phone, out, work.now))
}
