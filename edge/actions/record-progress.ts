import type { Hint, VisitStep } from '../domain/progress.ts'
import { latestProgress } from '../store/events.ts'
import type { Context, OperatorContext } from './context.ts'
import { perform } from './perform.ts'
import { assertOpen, type Seat, seated, within } from './seat.ts'

/** The customer's page says how far it got. Saying the same again is no news. */
export async function recordProgress(
  context: Context,
  seat: Extract<Seat, { side: 'customer' }>,
  step: VisitStep,
): Promise<void> {
  await perform(context, async (work) => {
    const conversation = await within(work, seat)
    assertOpen(conversation, 'customer')
    if ((await latestProgress(work, conversation.id)) === step) return
    await work.record('visit.progressed', conversation.id, { step })
  })
}

/** Helps a customer who is stuck: before anybody took the job everybody of the team may, then its operator. */
export async function sendHint(
  context: OperatorContext,
  seat: Extract<Seat, { side: 'operator' }>,
  hint: Hint,
): Promise<void> {
  await perform(context, async (work) => {
    const seen = await within(work, seat)
    const conversation = seen.operatorId === null ? seen : await seated(work, seat)
    assertOpen(conversation, 'customer')
    await work.record('hint.sent', conversation.id, { hint })
  })
}
