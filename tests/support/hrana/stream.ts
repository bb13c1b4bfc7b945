// One stream of a client: a connection of its own to the file, which lives from request to request by its baton.

import type Libsql from 'libsql'
import type { Connections } from './connections.ts'
import {
  type Condition,
  cellOf,
  type Fault,
  type Result,
  type Statement,
  type Step,
  type StreamRequest,
  valueIn,
} from './messages.ts'
import type { WriteLock } from './write-lock.ts'

type Answer = { type: 'ok'; response: object } | { type: 'error'; error: Fault }

export class Stream {
  private readonly database: Libsql.Database
  private readonly connections: Connections
  private readonly lock: WriteLock
  private readonly stored = new Map<number, string>()
  private wasCut = false
  private isReadOnly = false
  closed = false

  constructor(connections: Connections, lock: WriteLock) {
    this.connections = connections
    this.database = connections.take()
    this.lock = lock
  }

  async answer(request: StreamRequest): Promise<Answer> {
    try {
      return { type: 'ok', response: { type: request.type, ...(await this.do(request)) } }
    } catch (cause) {
      return { type: 'error', error: faultOf(cause) }
    }
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    this.rollBack()
    this.setReadOnly(false)
    this.connections.giveBack(this.database)
    this.lock.give(this)
  }

  private async do(request: StreamRequest): Promise<object> {
    if (request.type === 'execute') return { result: await this.execute(request.stmt) }
    if (request.type === 'batch') return { result: await this.batch(request.batch.steps) }
    if (request.type === 'sequence') await this.sequence(this.textOf(request))
    if (request.type === 'store_sql') this.stored.set(request.sql_id, request.sql)
    if (request.type === 'close_sql') this.stored.delete(request.sql_id)
    if (request.type === 'close') this.close()
    return {}
  }

  private async batch(steps: Step[]) {
    const results: (Result | null)[] = []
    const errors: (Fault | null)[] = []
    for (const { condition, stmt } of steps) {
      const wanted = !condition || holds(condition, results, errors)
      const outcome = wanted ? await this.execute(stmt).catch((cause) => faultOf(cause)) : null
      results.push(outcome && 'cols' in outcome ? outcome : null)
      errors.push(outcome && 'message' in outcome ? outcome : null)
    }
    return { step_results: results, step_errors: errors }
  }

  private async execute(statement: Statement): Promise<Result> {
    const sql = this.textOf(statement)
    await this.mayWrite(sql)
    this.keepReadOnly(sql)
    try {
      return run(this.database, sql, (statement.args ?? []).map(valueIn))
    } finally {
      this.release()
    }
  }

  private async sequence(sql: string): Promise<void> {
    await this.mayWrite(sql)
    try {
      this.database.exec(sql)
    } finally {
      this.release()
    }
  }

  // As one writer: whoever only reads does not wait, as in a WAL.
  private async mayWrite(sql: string): Promise<void> {
    if (this.wasCut) throw new Error('TRANSACTION_TIMEOUT: the transaction took too long and was rolled back')
    if (isReading(sql) && !this.database.inTransaction) return
    if (sql === readOnly) return
    if (this.database.inTransaction && isReading(sql)) return
    await this.lock.take(this, () => this.cut())
  }

  private keepReadOnly(sql: string): void {
    if (sql === readOnly) this.setReadOnly(true)
    if (/^(COMMIT|ROLLBACK)$/.test(sql)) this.setReadOnly(false)
  }

  private setReadOnly(value: boolean): void {
    if (value === this.isReadOnly) return
    this.isReadOnly = value
    this.database.exec(`PRAGMA query_only=${value ? 'ON' : 'OFF'}`)
  }

  private release(): void {
    if (!this.closed && !this.database.inTransaction) this.lock.give(this)
  }

  private cut(): void {
    this.wasCut = true
    this.rollBack()
  }

  private rollBack(): void {
    if (this.database.inTransaction) this.database.exec('ROLLBACK')
  }

  private textOf({ sql, sql_id }: { sql?: string; sql_id?: number }): string {
    return sql ?? this.stored.get(sql_id ?? -1) ?? ''
  }
}

const readOnly = 'BEGIN TRANSACTION READONLY'
const isReading = (sql: string) => /^\s*(SELECT|EXPLAIN|COMMIT|ROLLBACK|PRAGMA)\b/i.test(sql)

function run(database: Libsql.Database, sql: string, args: unknown[]): Result {
  const statement = database.prepare(sql).safeIntegers(true)
  if (statement.reader) {
    const cols = statement.columns().map(({ name, type }) => ({ name, decltype: type }))
    const rows = statement.raw(true).all(args) as unknown[][]
    return { cols, rows: rows.map((row) => row.map(cellOf)), affected_row_count: 0, last_insert_rowid: null }
  }
  const { changes, lastInsertRowid } = statement.run(args)
  return { cols: [], rows: [], affected_row_count: changes, last_insert_rowid: String(lastInsertRowid) }
}

function holds(condition: Condition, results: (Result | null)[], errors: (Fault | null)[]): boolean {
  const of = (one: Condition) => holds(one, results, errors)
  switch (condition.type) {
    case 'ok':
      return results[condition.step] !== null
    case 'error':
      return errors[condition.step] !== null
    case 'not':
      return !of(condition.cond)
    case 'and':
      return condition.conds.every(of)
    case 'or':
      return condition.conds.some(of)
  }
}

function faultOf(cause: unknown): Fault {
  const { message, code = '' } = cause as { message: string; code?: string }
  const [, own] = /^([A-Z]+_[A-Z]+): /.exec(message) ?? []
  return { message, code: own ?? (code || 'SQLITE_ERROR') }
}
