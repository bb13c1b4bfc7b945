// The courier's round: takes what is due, sends it, writes down what became of it.
// The row says "sending" before the request goes out, so a process that dies in between
// leaves a message that nobody sends twice.

import { inviteLink, inviteText } from '../domain/invite.ts'
import { hashToken, linkToken } from '../domain/secrets.ts'
import { conversationById } from '../store/conversations.ts'
import { isLinkOpen } from '../store/links.ts'
import {
  abandonedSms,
  claimDueSms,
  hasDueSms,
  optedOutSms,
  requeueSms,
  type Sms,
  setSmsState,
  smsById,
} from '../store/sms.ts'
import type { Context, Work } from './context.ts'
import { perform } from './perform.ts'
import { moveSms } from './record-sms-status.ts'

const atOnce = 20
/** Far above the gateway's own time-out. */
const abandonedMs = 60_000
const attemptsLimit = 5

/** The gateway as this verb needs it; see edge/gateways/sms.ts. */
export interface SmsSender {
  send(sms: { to: string; text: string; smsId: string }): Promise<SmsResult>
}

export type SmsResult =
  | { outcome: 'accepted'; sid: string }
  | { outcome: 'shown' }
  | { outcome: 'refused'; code: number | null; reason: string }
  | { outcome: 'retry'; afterSeconds: number | null }
  | { outcome: 'unknown' }

/** Sends everything that is due. Resolves when each message has its outcome written down. */
export async function deliverSms(context: Context, sender: SmsSender): Promise<void> {
  const now = context.clock()
  if (!(await hasDueSms(context.database, now, now - abandonedMs))) return
  const claimed = await perform(context, async (work) => {
    for (const sms of await abandonedSms(work, work.now - abandonedMs)) await markUnknown(work, sms)
    for (const sms of await optedOutSms(work, work.now, atOnce)) await suppress(work, sms)
    return claimDueSms(work, work.now, atOnce)
  })
  await Promise.all(claimed.map((sms) => deliverOne(context, sender, sms)))
}

async function deliverOne(context: Context, sender: SmsSender, sms: Sms): Promise<void> {
  const text = await textOf(context, sms)
  const result: SmsResult =
    text === null
      ? { outcome: 'refused', code: null, reason: 'dead-link' }
      : await sender.send({ to: sms.phone, text, smsId: sms.id })
  await perform(context, (work) => writeDown(work, sms, result))
}

/** The words and the link; the token is derived again here, and stays nowhere. */
async function textOf(context: Context, sms: Sms): Promise<string | null> {
  const conversation = await conversationById(context.database, sms.conversationId)
  if (!conversation) return null
  const token = await linkToken(context.secret, sms.linkId)
  // Withdrawn meanwhile, expired, or made with another secret: better not sent than sent dead.
  const opens = await isLinkOpen(context.database, await hashToken(token), context.clock())
  return opens ? inviteText(conversation.message, inviteLink(context.publicUrl, token)) : null
}

async function writeDown(work: Work, claimed: Sms, result: SmsResult): Promise<void> {
  // A callback may have been faster than the answer, so the row is read again.
  const sms = (await smsById(work, claimed.id)) ?? claimed
  const fresh = sms.state === 'sending'
  if (result.outcome === 'accepted') await moveSms(work, sms, { state: 'sent', sid: result.sid, code: null })
  else if (result.outcome === 'refused') await fail(work, sms, result.code)
  // The sender was taken away since it was ordered: nobody was sent anything, and nobody was shown the link.
  else if (result.outcome === 'shown') await fail(work, sms, null)
  else if (result.outcome === 'retry' && fresh) await retryLater(work, sms, result.afterSeconds)
  else if (result.outcome === 'unknown' && fresh) await markUnknown(work, sms)
}

function fail(work: Work, sms: Sms, code: number | null): Promise<void> {
  return moveSms(work, sms, { state: 'failed', sid: null, code })
}

function suppress(work: Work, sms: Sms): Promise<void> {
  return moveSms(work, sms, { state: 'suppressed', sid: null, code: null })
}

async function retryLater(work: Work, sms: Sms, afterSeconds: number | null): Promise<void> {
  if (sms.attempts >= attemptsLimit) return fail(work, sms, null)
  const backOff = Math.min(300, 2 ** sms.attempts)
  await requeueSms(work, sms.id, work.now + (afterSeconds ?? backOff) * 1000, work.now)
}

async function markUnknown(work: Work, sms: Sms): Promise<void> {
  await setSmsState(work, sms.id, { state: 'unknown' }, work.now)
  await work.record('sms.progressed', sms.conversationId, { smsId: sms.id, state: 'unknown' })
}
