import { notFound, Refusal } from '../domain/refusal.ts'
import { advance } from '../store/advance.ts'
import { conversationFor } from '../store/conversations.ts'
import { revokeLinks } from '../store/links.ts'
import type { OperatorContext } from './context.ts'
import { perform } from './perform.ts'

/** Withdraws an invite that nobody has opened yet. */
export async function revokeInvite(context: OperatorContext, id: string): Promise<void> {
  await perform(context, async (work) => {
    const conversation = await conversationFor(work, context.me, id)
    if (!conversation) throw notFound('conversation')
    if (!(await advance(work, 'conversations', conversation.id, 'invite.revoked'))) {
      throw new Refusal('wrong-state', 'The link has been opened already, so it cannot be withdrawn.')
    }
    await revokeLinks(work, conversation.id, work.now)
    await work.record('invite.revoked', conversation.id, {})
  })
}
