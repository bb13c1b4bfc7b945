// Guesses at passwords, counted by address and by account in windows.

import { count } from './cells.ts'
import type { Reads, Transaction } from './database.ts'

/** Failures that `subject` has had in its window, 0 once that is over. */
export async function failuresOf(reads: Reads, subject: string, now: number): Promise<number> {
  const row = await reads.one('SELECT failures FROM attempts WHERE subject = ? AND resets_at > ?', [
    subject,
    now,
  ])
  return row ? count(row, 'failures') : 0
}

export async function countFailure(
  transaction: Transaction,
  subject: string,
  windowMs: number,
  now: number,
): Promise<void> {
  await transaction.run(
    `INSERT INTO attempts (subject, failures, resets_at) VALUES (?1, 1, ?2 + ?3)
     ON CONFLICT (subject) DO UPDATE SET
       failures = CASE WHEN resets_at > ?2 THEN failures + 1 ELSE 1 END,
       resets_at = CASE WHEN resets_at > ?2 THEN resets_at ELSE ?2 + ?3 END`,
    [subject, now, windowMs],
  )
}

export async function takeBackFailure(transaction: Transaction, subject: string): Promise<void> {
  await transaction.run('UPDATE attempts SET failures = failures - 1 WHERE subject = ? AND failures > 0', [
    subject,
  ])
}

export async function forgetFailures(transaction: Transaction, subject: string, now: number): Promise<void> {
  await transaction.run('DELETE FROM attempts WHERE subject = ? OR resets_at < ?', [subject, now])
}
