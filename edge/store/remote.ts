// A database behind the network: how requests go out, and how it is told whether a commit stood whose answer was lost.

import type { Client, Transaction as ClientTransaction, InStatement } from '@libsql/client'
import { ServerLost } from './failures.ts'
import { backOff } from './pause.ts'

/** Above the time that a server lets a transaction keep the others waiting. */
const answerMs = 12_000

/**
 * One request to the server. Deno repeats one by itself when a kept connection was closed under it, unless the body
 * is a Blob: statements outside a transaction would then be carried out twice.
 */
export async function sendOnce(request: Request): Promise<Response> {
  const { url, method, headers } = request
  const body = await request.blob()
  const signal = AbortSignal.timeout(answerMs)
  try {
    // The token goes nowhere that we did not name. A worker knows no "error" here; what is no success is one for the client.
    const response = await fetch(url, { method, headers, body, redirect: 'manual', signal })
    return new Response(await response.arrayBuffer(), response)
  } catch (cause) {
    throw new ServerLost(`No answer came from ${new URL(url).origin}: ${String(cause)}`, { cause })
  }
}

/** Of this process: its commits are numbered, so that the last one can be asked for. */
export interface Marks {
  /** Does what was left for the end, and ends the transaction; the mark stands if and only if everything else does. */
  commit(transaction: ClientTransaction, later: readonly InStatement[]): Promise<void>
  /**
   * Whether the last commit stood. Asked under the write lock: nobody else has it, so the transaction whose answer
   * was lost is over and cannot be stored any more. Rejects where the server cannot be asked either.
   */
  stood(client: Client): Promise<boolean>
}

export function createMarks(): Marks {
  const writer = crypto.randomUUID()
  let number = 0
  let tidied = false
  let hasTable = false

  // Before the schema is there, a lost answer is a failure: whoever makes the schema looks again.
  async function findTable(transaction: ClientTransaction): Promise<boolean> {
    const found = await transaction.execute(`SELECT 1 FROM sqlite_schema WHERE name = 'writers'`)
    return found.rows.length > 0
  }

  return {
    async commit(transaction, later) {
      hasTable ||= await findTable(transaction)
      number += 1
      const mark = {
        sql: `INSERT INTO writers (id, commits, at) VALUES (?, ?, unixepoch())
              ON CONFLICT (id) DO UPDATE SET commits = excluded.commits, at = excluded.at`,
        args: [writer, BigInt(number)],
      }
      const tidy = tidied ? [] : ['DELETE FROM writers WHERE at < unixepoch() - 86400']
      // In one trip, in which nothing is done after what failed.
      await transaction.batch([...later, ...(hasTable ? [...tidy, mark] : []), 'COMMIT'])
      tidied ||= hasTable
      transaction.close()
    },
    async stood(client) {
      const transaction = await client.transaction('write')
      try {
        const sql = 'SELECT 1 FROM writers WHERE id = ? AND commits = ?'
        const found = await transaction.execute({ sql, args: [writer, BigInt(number)] })
        return found.rows.length > 0
      } finally {
        transaction.close()
      }
    },
  }
}

/** Asks until the server answers; `null` when it did not for `patience` ms. */
export async function stoodAtLast(client: Client, marks: Marks, patience: number): Promise<boolean | null> {
  const since = performance.now()
  for (let attempt = 0; performance.now() - since < patience; attempt++) {
    try {
      return await marks.stood(client)
    } catch {
      await client.reconnect()
      await backOff(attempt, longestPauseMs)
    }
  }
  return null
}

/** A server that is away is not asked as often as a lock that is held. */
export const longestPauseMs = 500
