import type { Client } from '@libsql/client'
import { closeWriting } from './connection.ts'
import type { Transaction } from './database.ts'
import { asStorageFault, DatabaseBusy, isBusy, isLost, StorageFault } from './failures.ts'
import { CommitUnknown, commitTogether, type GroupLimits } from './group-commit.ts'
import { backOff, nextTurn } from './pause.ts'
import { longestPauseMs, type Marks, stoodAtLast } from './remote.ts'
import { GroupUndone, type Waiting } from './unit.ts'

export interface Limits extends GroupLimits {
  /** units in one commit */
  group: number
  /** ms that a write waits while another process holds the database, or while its server does not answer */
  patience: number
}

const LIMITS: Limits = { group: 200, patience: 10_000, unit: 5_000, together: Number.POSITIVE_INFINITY }

/** A server cuts a transaction of five seconds, in which each statement is a trip over the network. */
const REMOTE: Limits = { ...LIMITS, unit: 3_000, together: 1_500 }

export interface Writer {
  write<T>(unit: (transaction: Transaction) => Promise<T>, about?: string): Promise<T>
  close(): Promise<void>
}

// Every write of the process goes through this queue, first come first served: concurrent transactions of one
// process would only make each other busy. Whatever waits when the turn comes shares one commit, and one fsync.
export function startWriter(client: Client, over: Partial<Limits> = {}, marks: Marks | null = null): Writer {
  const limits = { ...(marks ? REMOTE : LIMITS), ...over }
  const waiting: Waiting[] = []
  let draining: Promise<void> | undefined
  let closing = false
  let alone = 0
  let attempt = 0

  function write<T>(unit: (transaction: Transaction) => Promise<T>, about?: string): Promise<T> {
    if (closing) return Promise.reject(new StorageFault('The database is closed'))
    return new Promise<T>((resolve, reject) => {
      const run = async (transaction: Transaction) => {
        const value = await unit(transaction)
        return () => resolve(value)
      }
      waiting.push({ run, reject, since: performance.now(), about })
      draining ??= drain()
    })
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      await nextTurn()
      await commitNext()
    }
    draining = undefined
  }

  async function commitNext(): Promise<void> {
    const group = waiting.slice(0, alone > 0 ? 1 : limits.group)
    try {
      const settles = await commitTogether(client, group, limits, marks)
      leave(group.slice(0, settles.length))
      for (const settle of settles) settle()
    } catch (error) {
      await recover(group, error)
    }
  }

  function leave(group: readonly Waiting[]): void {
    waiting.splice(0, group.length)
    alone = Math.max(0, alone - 1)
    attempt = 0
  }

  async function recover(group: readonly Waiting[], error: unknown): Promise<void> {
    if (isBusy(error)) return waitForTheLock(error)
    if (error instanceof CommitUnknown && marks) return learnWhetherItStood(group, error, marks)
    if (marks && isLost(error)) return waitForTheServer(error)
    // One by one, the error finds its owner.
    if (error instanceof GroupUndone && group.length > 1) {
      alone = group.length
      return
    }
    leave(group)
    const reason = error instanceof GroupUndone ? error.cause : asStorageFault(error)
    for (const unit of group) unit.reject(reason)
  }

  async function waitForTheLock(cause: unknown): Promise<void> {
    while (waiting[0] && performance.now() - waiting[0].since > limits.patience) {
      const message = 'Another process kept the database busy for too long; nothing was stored'
      waiting.shift()?.reject(new DatabaseBusy(message, { cause }))
      alone = Math.max(0, alone - 1)
    }
    await backOff(attempt++)
  }

  // What was not stored is simply done again: everything a unit did was in the transaction that is gone.
  async function learnWhetherItStood(group: readonly Waiting[], error: CommitUnknown, known: Marks) {
    const ran = group.slice(0, error.settles.length)
    const stood = await stoodAtLast(client, known, limits.patience)
    if (stood === false) return
    leave(ran)
    if (stood) for (const settle of error.settles) settle()
    else for (const unit of ran) unit.reject(asStorageFault(error.cause))
  }

  async function waitForTheServer(cause: unknown): Promise<void> {
    while (waiting[0] && performance.now() - waiting[0].since > limits.patience) {
      waiting.shift()?.reject(asStorageFault(cause))
    }
    await backOff(attempt++, longestPauseMs)
  }

  async function close(): Promise<void> {
    closing = true
    await draining
    await closeWriting(client)
  }

  return { write, close }
}
