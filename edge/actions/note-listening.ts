import { noteListening as note } from '../store/operators.ts'
import type { OperatorContext } from './context.ts'
import { perform } from './perform.ts'

/** A page of this operator's heard the stream just now: dispatch counts on it. Said every few seconds, so it is no event. */
export async function noteListening(context: OperatorContext): Promise<void> {
  await perform({ ...context, key: null }, (work) => note(work, context.me.id, work.now))
}
