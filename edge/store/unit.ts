import type { Transaction as ClientTransaction, InStatement } from '@libsql/client'
import type { Transaction } from './database.ts'
import { isAnswer, isBusy, isLost, isStorageFault, UnitTooLong } from './failures.ts'
import { bound, readsOver, rowsOf } from './rows.ts'

/** A unit of work on its way: run, it answers with what is to be told to its caller once the commit stands. */
export interface Waiting {
  run(transaction: Transaction): Promise<Settle>
  reject(error: unknown): void
  since: number
  /** The one conversation that it has to do with. */
  about?: string | undefined
}

export type Settle = () => void

/** `undone`: the unit was refused, and what it wrote, if it did, has to be taken back. */
export interface Outcome {
  undone: boolean
  wrote: boolean
  settle: Settle
}

/** The whole transaction is gone, and it cannot be said which of its units was the reason. */
export class GroupUndone extends Error {
  override name = 'GroupUndone'
}

/**
 * Throws only what concerns the whole group; the unit's own refusal is an outcome.
 * @param later where to leave what can wait for the end of the group; without it nothing waits
 */
export async function runUnit(
  inner: ClientTransaction,
  unit: Waiting,
  limit: number,
  later?: InStatement[],
): Promise<Outcome> {
  const { transaction, end } = handleOn(inner, later)
  const outcome = await withinLimit(unit.run(transaction), limit).then(
    (settle) => ({ undone: false, settle, cause: undefined }),
    (cause: unknown) => ({ undone: true, settle: () => unit.reject(cause), cause }),
  )
  const wrote = end()
  if (inner.closed) throw new GroupUndone('A unit ended the transaction', { cause: outcome.cause })
  return { ...outcome, wrote }
}

// A unit may swallow an error. A full disk, a lost lock or a lost server is remembered all the same: then nothing
// may be committed.
function handleOn(
  inner: ClientTransaction,
  later?: InStatement[],
): { transaction: Transaction; end(): boolean } {
  let over = false
  let wrote = false
  let fault: unknown
  async function guarded<T>(sql: string, work: () => Promise<T>): Promise<T> {
    wrote ||= !/^\s*SELECT\b/i.test(sql)
    if (over) throw new Error('This unit of work is over; await everything inside it')
    try {
      return await work()
    } catch (error) {
      const lost = isLost(error) || (inner.closed && !isAnswer(error))
      if (lost || isBusy(error) || isStorageFault(error)) fault ??= error
      throw error
    }
  }
  function end(): boolean {
    over = true
    if (fault !== undefined) throw fault
    return wrote
  }
  return { transaction: transactionOver(inner, guarded, later), end }
}

type Guarded = <T>(sql: string, work: () => Promise<T>) => Promise<T>

function transactionOver(inner: ClientTransaction, guarded: Guarded, later?: InStatement[]): Transaction {
  return {
    ...readsOver((sql, args) => guarded(sql, () => inner.execute({ sql, args }))),
    run: (sql, args = []) =>
      guarded(sql, async () => (await inner.execute({ sql, args: bound(args) })).rowsAffected),
    runLater: (sql, args) =>
      guarded(sql, async () => {
        if (later) later.push({ sql, args: bound(args) })
        else await inner.execute({ sql, args: bound(args) })
      }),
    script: (sql) => guarded(sql, () => inner.executeMultiple(sql)),
    batch: (statements) =>
      guarded('several', async () => {
        const bounded = statements.map(({ sql, args }) => ({ sql, args: bound(args) }))
        return (await inner.batch(bounded)).map(rowsOf)
      }),
  }
}

// Every other write waits behind this unit, so one that hangs must not hang them all.
async function withinLimit<T>(work: Promise<T>, limit: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    const message = `A unit of work took longer than ${limit} ms; it must await nothing but its transaction`
    timer = setTimeout(() => reject(new UnitTooLong(message)), limit)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
