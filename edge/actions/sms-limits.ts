// A stolen session must not become an SMS cannon: what one number, one prefix and one operator may cost.

import { Refusal } from '../domain/refusal.ts'
import type { PhoneNumber } from '../domain/sms.ts'
import { smsSince } from '../store/customers.ts'
import type { OperatorContext, Work } from './context.ts'

const hour = 3_600_000
const perNumberAndDay = 8
const perPrefixAndHour = 60
const perOperatorAndDay = 500

/** Numbers that differ in their last three digits are one prefix: fraud walks through them. */
const prefixOf = (phone: PhoneNumber) => phone.slice(0, -3)

export async function assertSmsAllowed(
  context: OperatorContext,
  work: Work,
  phone: PhoneNumber,
): Promise<void> {
  if (context.smsKind === 'outbox') return
  const day = work.now - 24 * hour
  const reached =
    (await smsSince(work, { prefix: phone }, day)) >= perNumberAndDay ||
    (await smsSince(work, { prefix: prefixOf(phone) }, work.now - hour)) >= perPrefixAndHour ||
    (await smsSince(work, { operatorId: context.me.id }, day)) >= perOperatorAndDay
  if (reached)
    throw new Refusal('too-many', 'Too many messages were sent to this number, or by you. Try again later.')
}
