// The first answers to requests that carry a key.

import { text } from './cells.ts'
import type { Reads, Transaction } from './database.ts'

export async function firstAnswer(
  reads: Reads,
  actor: string,
  key: string,
): Promise<{ answer: unknown } | null> {
  const row = await reads.one('SELECT answer FROM idempotency WHERE actor = ? AND key = ?', [actor, key])
  return row ? { answer: JSON.parse(text(row, 'answer')) } : null
}

export async function keepAnswer(
  transaction: Transaction,
  kept: { actor: string; key: string; answer: unknown },
  now: number,
): Promise<void> {
  await transaction.runLater('INSERT INTO idempotency (actor, key, answer, at) VALUES (?, ?, ?, ?)', [
    kept.actor,
    kept.key,
    JSON.stringify(kept.answer ?? null),
    now,
  ])
}

/** Repeats come within minutes, or hours from an offline outbox; after this nobody asks again. */
export async function forgetAnswers(transaction: Transaction, before: number): Promise<void> {
  await transaction.run('DELETE FROM idempotency WHERE at < ?', [before])
}
