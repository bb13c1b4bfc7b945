import type { ConversationState } from '../domain/conversation.ts'
import { defaultLifetime } from '../domain/invite.ts'
import { notFound, Refusal } from '../domain/refusal.ts'
import type { PhoneNumber } from '../domain/sms.ts'
import { advance } from '../store/advance.ts'
import { conversationFor } from '../store/conversations.ts'
import { customerById, isOptedOut } from '../store/customers.ts'
import type { OperatorContext } from './context.ts'
import type { Invited } from './invite-customer.ts'
import { perform } from './perform.ts'
import { sendLink } from './send-link.ts'
import { assertSmsAllowed } from './sms-limits.ts'

/** A customer who lost the phone, or the page, needs a new link also while the conversation goes on. */
const resendable: readonly ConversationState[] = ['invited', 'unreachable', 'waiting', 'offered', 'active']

/** A further link by a further SMS. The old links stay valid: whichever arrives works. */
export async function resendInvite(context: OperatorContext, id: string): Promise<Invited> {
  return perform(context, async (work) => {
    const conversation = await conversationFor(work, context.me, id)
    if (!conversation) throw notFound('conversation')
    if (!resendable.includes(conversation.state))
      throw new Refusal('wrong-state', 'This conversation is over.')
    const customer = await customerById(work, conversation.customerId)
    if (!customer) throw notFound('customer')
    const phone = customer.phone as PhoneNumber
    await assertSmsAllowed(context, work, phone)
    if (await isOptedOut(work, phone)) {
      throw new Refusal('wrong-state', 'This number has asked not to receive messages from you.')
    }
    if (conversation.state === 'unreachable') {
      await advance(work, 'conversations', conversation.id, 'conversation.invited')
    }
    const order = {
      ...conversation,
      conversationId: conversation.id,
      phone,
      lifetimeHours: defaultLifetime,
      again: true,
    }
    return {
      conversationId: conversation.id,
      message: conversation.message,
      ...(await sendLink(context, work, order)),
    }
  })
}
