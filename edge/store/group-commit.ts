import type { Client, Transaction as ClientTransaction } from '@libsql/client'
import { beginWriting } from './connection.ts'
import { isConstraint } from './failures.ts'
import { GroupUndone, type Outcome, runUnit, type Settle, type Waiting } from './unit.ts'

/**
 * Runs the units in order and commits them together; one that was refused is taken back alone. Answers with what
 * to tell each caller now that the commit is on disk. When it throws, nothing was committed, unless a remote
 * server was lost during the commit.
 */
export async function commitTogether(
  client: Client,
  units: readonly Waiting[],
  limit: number,
): Promise<Settle[]> {
  const transaction = await beginWriting(client)
  try {
    return units.length === 1
      ? await commitAlone(transaction, units, limit)
      : await commitGroup(transaction, units, limit)
  } catch (error) {
    await abandon(client, transaction)
    throw error
  }
}

// A remote server is asked over the network for each savepoint, so a unit alone does without.
async function commitAlone(
  transaction: ClientTransaction,
  units: readonly Waiting[],
  limit: number,
): Promise<Settle[]> {
  const settles: Settle[] = []
  for (const unit of units) {
    const outcome = await runUnit(transaction, unit, limit)
    await (outcome.undone ? transaction.rollback() : commit(transaction))
    settles.push(outcome.settle)
  }
  return settles
}

async function commitGroup(
  transaction: ClientTransaction,
  units: readonly Waiting[],
  limit: number,
): Promise<Settle[]> {
  const settles: Settle[] = []
  for (const unit of units) settles.push((await runInSavepoint(transaction, unit, limit)).settle)
  await commit(transaction)
  return settles
}

async function runInSavepoint(
  transaction: ClientTransaction,
  unit: Waiting,
  limit: number,
): Promise<Outcome> {
  await transaction.executeMultiple('SAVEPOINT unit')
  const outcome = await runUnit(transaction, unit, limit)
  await transaction.executeMultiple(outcome.undone ? 'ROLLBACK TO unit; RELEASE unit' : 'RELEASE unit')
  return outcome
}

// A deferred foreign key is checked only here, where nobody can say whose it was.
async function commit(transaction: ClientTransaction): Promise<void> {
  try {
    await transaction.commit()
  } catch (error) {
    if (isConstraint(error)) throw new GroupUndone('The commit was refused', { cause: error })
    throw error
  }
}

// After a failure inside a transaction the connection is not to be trusted with another one.
async function abandon(client: Client, transaction: ClientTransaction): Promise<void> {
  try {
    transaction.close()
  } catch {
    // The rollback failed too; dropping the connection does the same.
  }
  await client.reconnect()
}
