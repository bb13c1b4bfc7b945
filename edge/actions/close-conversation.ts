import { Refusal } from '../domain/refusal.ts'
import type { Side } from '../domain/tickets.ts'
import { advance } from '../store/advance.ts'
import type { Conversation } from '../store/conversations.ts'
import { endOffer, openJobOf, openOfferOfJob } from '../store/jobs.ts'
import type { Context, Work } from './context.ts'
import { endOpenCall } from './end-call.ts'
import { offerJobs } from './offer-jobs.ts'
import { withdrawRing } from './order-push.ts'
import { perform } from './perform.ts'
import { type Seat, within } from './seat.ts'

/** The black button: the customer leaves. A call is hung up first; then comes the survey. */
export async function closeConversation(
  context: Context,
  seat: Extract<Seat, { side: 'customer' }>,
): Promise<void> {
  await perform(context, async (work) => {
    const conversation = await within(work, seat)
    if (conversation.state === 'closed' || conversation.state === 'archived') return
    await close(work, conversation, 'customer')
    await offerJobs(work)
  })
}

/** Closes within a verb's transaction: the call, the job and its ring end with the conversation. */
export async function close(work: Work, conversation: Conversation, by: Side | 'clock'): Promise<void> {
  const { id } = conversation
  await endOpenCall(work, id, by === 'clock' ? 'operator' : by)
  if (
    !(await advance(work, 'conversations', id, 'conversation.closed', { closed_at: work.now, closed_by: by }))
  ) {
    throw new Refusal('wrong-state', 'This conversation is not open.')
  }
  const job = await openJobOf(work, id)
  if (job) {
    const offer = await openOfferOfJob(work, job.id)
    await endOffer(work, job.id, null, 'withdrawn', work.now)
    if (offer) await withdrawRing(work, offer)
    await advance(work, 'jobs', job.id, 'conversation.closed')
  }
  await work.record('conversation.closed', id, {})
}
