// One verb, one transaction, and the log written in it.

import type { AnyEvent } from '../domain/events.ts'
import type { Transaction } from '../store/database.ts'
import { appendEvent, type NewEvent } from '../store/events.ts'
import { firstAnswer, keepAnswer } from '../store/idempotency.ts'
import type { Context, Work } from './context.ts'

/** Far below what a unit may take: over a network a single row is a dozen trips. */
const roundMs = 1_000

/**
 * Runs a verb in a transaction, and wakes the streams once it is committed. A request that
 * is repeated with the same key gets the first answer, even when it says something else now;
 * so what a verb returns must be JSON, and must hold no secret.
 */
export async function perform<T>(context: Context, verb: (work: Work) => Promise<T>): Promise<T> {
  return performWith(context, async () => {}, verb)
}

/**
 * The same for a verb that knows what it reads first: over a network that is one trip together with the first answer.
 * @param about the one conversation whose rows it reads and writes, if there is one
 */
export async function performWith<T, Found>(
  context: Context,
  look: (reads: Work) => Promise<Found>,
  verb: (work: Work, found: Found) => Promise<T>,
  about?: string,
): Promise<T> {
  let happened: AnyEvent[] = []
  const answer = await context.database.write(async (transaction) => {
    // The writer may run a unit again, so what happens in it is noted anew each time.
    happened = []
    const work = workOf(context, transaction, happened)
    return once(
      context,
      transaction,
      () => look(work),
      (found) => verb(work, found),
    )
  }, about)
  if (happened.length > 0) context.committed(happened)
  return answer
}

async function once<T, Found>(
  { scope, key, clock }: Context,
  transaction: Transaction,
  look: () => Promise<Found>,
  act: (found: Found) => Promise<T>,
): Promise<T> {
  if (key === null) return act(await look())
  const [first, found] = await Promise.allSettled([firstAnswer(transaction, scope, key), look()])
  if (first.status === 'rejected') throw first.reason
  // Also where by now the verb would be refused.
  if (first.value) return first.value.answer as T
  if (found.status === 'rejected') throw found.reason
  const answer = await act(found.value)
  await keepAnswer(transaction, { actor: scope, key, answer }, clock())
  return answer
}

function workOf(context: Context, transaction: Transaction, happened: AnyEvent[]): Work {
  const now = context.clock()
  const since = performance.now()
  return {
    all: (sql, args) => transaction.all(sql, args),
    one: (sql, args) => transaction.one(sql, args),
    run: (sql, args) => transaction.run(sql, args),
    runLater: (sql, args) => transaction.runLater(sql, args),
    script: (sql) => transaction.script(sql),
    batch: (statements) => transaction.batch(statements),
    now,
    hasTime: () => performance.now() - since < roundMs,
    newId: context.newId,
    actor: context.actor,
    async record(type, conversationId, data, actor = context.actor): Promise<AnyEvent> {
      const event = { type, conversationId, data, actor, at: now } as NewEvent
      const appended = await appendEvent(transaction, event)
      happened.push(appended)
      return appended
    },
  }
}
