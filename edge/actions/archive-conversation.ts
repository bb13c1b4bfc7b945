import type { EndReason } from '../domain/conversation.ts'
import { notFound, Refusal } from '../domain/refusal.ts'
import { advance } from '../store/advance.ts'
import { type Conversation, conversationFor } from '../store/conversations.ts'
import { close } from './close-conversation.ts'
import type { OperatorContext, Work } from './context.ts'
import { offerJobs } from './offer-jobs.ts'
import { perform } from './perform.ts'

/** End conversation, with a reason: files a closed one, and closes an active one first. */
export async function archiveConversation(
  context: OperatorContext,
  id: string,
  reason: EndReason,
): Promise<void> {
  await perform(context, async (work) => {
    const conversation = await conversationFor(work, context.me, id)
    if (!conversation) throw notFound('conversation')
    assertMine(conversation, context.me)
    if (conversation.state === 'active') await close(work, conversation, 'operator')
    await file(work, conversation, reason)
    await offerJobs(work)
  })
}

export async function file(work: Work, { id }: Conversation, reason: EndReason | 'not-filed'): Promise<void> {
  const also = { archived_at: work.now, reason }
  if (!(await advance(work, 'conversations', id, 'conversation.archived', also))) {
    throw new Refusal('wrong-state', 'Only a conversation that took place can be ended and filed.')
  }
  await work.record('conversation.archived', id, { reason })
}

/** What nobody took, anybody within reach may file. */
function assertMine({ operatorId }: Conversation, me: OperatorContext['me']): void {
  if (operatorId === null || operatorId === me.id || me.role === 'admin') return
  throw new Refusal('not-allowed', 'This conversation is not assigned to you.')
}
