import type { Client, Transaction as ClientTransaction, InStatement } from '@libsql/client'
import { beginWriting } from './connection.ts'
import { isConstraint, isLost } from './failures.ts'
import type { Marks } from './remote.ts'
import { GroupUndone, type Outcome, runUnit, type Settle, type Waiting } from './unit.ts'

export interface GroupLimits {
  /** ms that one unit may take */
  unit: number
  /** ms after which no further unit begins: a server cuts a transaction that keeps others waiting */
  together: number
}

/** The server was asked to commit and its answer did not come. `settles` is what to tell the callers if it did. */
export class CommitUnknown extends Error {
  override name = 'CommitUnknown'
  readonly settles: readonly Settle[]

  constructor(settles: readonly Settle[], cause: unknown) {
    super('It is not known whether the commit stood', { cause })
    this.settles = settles
  }
}

/**
 * Runs the units in order and commits them together, as many as fit into the time; one that was refused is taken back
 * alone. Answers with what to tell the caller of each that was run, now that the commit is on disk. When it throws,
 * nothing was committed, unless it is CommitUnknown.
 */
export async function commitTogether(
  client: Client,
  units: readonly Waiting[],
  limits: GroupLimits,
  marks: Marks | null,
): Promise<Settle[]> {
  const transaction = await beginWriting(client)
  try {
    return units.length === 1
      ? await commitAlone(client, transaction, units, limits, marks)
      : await commitGroup(transaction, units, limits, marks)
  } catch (error) {
    await abandon(client, transaction)
    throw error
  }
}

async function commitAlone(
  client: Client,
  transaction: ClientTransaction,
  units: readonly Waiting[],
  limits: GroupLimits,
  marks: Marks | null,
): Promise<Settle[]> {
  const settles: Settle[] = []
  for (const unit of units) {
    const later: InStatement[] = []
    const outcome = await runUnit(transaction, unit, limits.unit, marks ? later : undefined)
    settles.push(outcome.settle)
    // A trigger may have rolled back already. Then there is nothing left to take back.
    if (outcome.undone) await transaction.rollback().catch(() => abandon(client, transaction))
    else await commit(transaction, settles, marks, later)
  }
  return settles
}

async function commitGroup(
  transaction: ClientTransaction,
  units: readonly Waiting[],
  limits: GroupLimits,
  marks: Marks | null,
): Promise<Settle[]> {
  const since = performance.now()
  const settles: Settle[] = []
  const later: InStatement[] = []
  while (settles.length < units.length && performance.now() - since <= limits.together) {
    const next = marks
      ? askingTogether(units.slice(settles.length))
      : units.slice(settles.length, settles.length + 1)
    const outcomes = await allOver(
      next.map((unit) =>
        marks
          ? runUnsaved(transaction, unit, limits.unit, later)
          : runInSavepoint(transaction, unit, limits.unit),
      ),
    )
    settles.push(...outcomes.map(({ settle }) => settle))
  }
  await commit(transaction, settles, marks, later)
  return settles
}

/** Those at the front that have nothing to do with each other: what they ask of a server is one trip for all. */
function askingTogether(units: readonly Waiting[]): readonly Waiting[] {
  const abouts = new Set<string>()
  for (const [at, { about }] of units.entries()) {
    if (about === undefined || abouts.has(about)) return units.slice(0, Math.max(1, at))
    abouts.add(about)
  }
  return units
}

/** As Promise.all, but nothing is under way any more when it rejects. */
async function allOver<T>(works: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(works)
  return Promise.all(works)
}

// A server is asked over the network for each savepoint. Most units are refused before they write anything, so there is
// nothing to take back; for the others' sake the group is run again, one by one.
async function runUnsaved(
  transaction: ClientTransaction,
  unit: Waiting,
  limit: number,
  later: InStatement[],
): Promise<Outcome> {
  const outcome = await runUnit(transaction, unit, limit, later)
  if (outcome.undone && outcome.wrote) throw new GroupUndone('A unit was refused after it had written')
  return outcome
}

async function runInSavepoint(
  transaction: ClientTransaction,
  unit: Waiting,
  limit: number,
): Promise<Outcome> {
  await transaction.executeMultiple('SAVEPOINT unit')
  const outcome = await runUnit(transaction, unit, limit)
  const end = outcome.undone ? 'ROLLBACK TO unit; RELEASE unit' : 'RELEASE unit'
  await transaction.executeMultiple(end)
  return outcome
}

// A deferred foreign key is checked only here, and so is what was left for the end: nobody can say whose it was.
async function commit(
  transaction: ClientTransaction,
  settles: readonly Settle[],
  marks: Marks | null,
  later: readonly InStatement[],
): Promise<void> {
  try {
    await (marks ? marks.commit(transaction, later) : transaction.commit())
  } catch (error) {
    if (isConstraint(error)) throw new GroupUndone('The commit was refused', { cause: error })
    if (marks && isLost(error)) throw new CommitUnknown(settles, error)
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
