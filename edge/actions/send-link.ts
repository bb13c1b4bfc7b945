import type { ConversationId, LinkId, SmsId } from '../domain/ids.ts'
import type { Assignment } from '../domain/invite.ts'
import { hashToken, linkToken } from '../domain/secrets.ts'
import type { PhoneNumber, SmsState } from '../domain/sms.ts'
import { insertLink } from '../store/links.ts'
import { insertSms } from '../store/sms.ts'
import type { OperatorContext, Work } from './context.ts'

export interface Sent {
  linkId: LinkId
  smsState: SmsState
}

interface Order {
  conversationId: ConversationId
  phone: PhoneNumber
  assignment: Assignment
  lifetimeHours: number
  /** A further link for a conversation that had one. */
  again: boolean
}

/** Makes a link, and the courier's order to send it. */
export async function sendLink(context: OperatorContext, work: Work, order: Order): Promise<Sent> {
  const linkId = work.newId() as LinkId
  const { conversationId, phone, assignment, again } = order
  const expiresAt = work.now + order.lifetimeHours * 3_600_000
  const tokenHash = await hashToken(await linkToken(context.secret, linkId))
  await insertLink(work, { id: linkId, conversationId, tokenHash, createdAt: work.now, expiresAt })
  const smsState: SmsState = context.smsKind === 'outbox' ? 'shown' : 'queued'
  const smsId = work.newId() as SmsId
  await insertSms(work, { id: smsId, conversationId, linkId, phone, state: smsState }, work.now)
  await work.record('conversation.invited', conversationId, { assignment, expiresAt, again })
  return { linkId, smsState }
}
