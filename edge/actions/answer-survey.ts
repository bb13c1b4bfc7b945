import { Refusal } from '../domain/refusal.ts'
import type { Rating } from '../domain/survey.ts'
import { insertSurvey } from '../store/surveys.ts'
import type { Context } from './context.ts'
import { perform } from './perform.ts'
import { type Seat, within } from './seat.ts'

/** The customer's rating: once, and only after the end. */
export async function answerSurvey(
  context: Context,
  seat: Extract<Seat, { side: 'customer' }>,
  survey: { rating: Rating; comment: string },
): Promise<void> {
  await perform(context, async (work) => {
    const { id, closedAt } = await within(work, seat)
    if (closedAt === null) throw new Refusal('wrong-state', 'The conversation is not over yet.')
    if (!(await insertSurvey(work, { conversationId: id, ...survey }, work.now))) {
      throw new Refusal('wrong-state', 'You have rated this conversation already.')
    }
    await work.record('survey.answered', id, survey)
  })
}
