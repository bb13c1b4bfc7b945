import type { InValue, ResultSet } from '@libsql/client'
import type { Reads, Row, Value } from './database.ts'

export type Execute = (sql: string, args: InValue[]) => Promise<ResultSet>

export function readsOver(execute: Execute): Reads {
  async function all(sql: string, args: readonly Value[] = []): Promise<Row[]> {
    return rowsOf(await execute(sql, bound(args)))
  }
  return { all, one: async (sql, args) => (await all(sql, args))[0] }
}

// The client binds every number as REAL, so that an id in JSON or in text would read "7.0".
export function bound(args: readonly Value[]): InValue[] {
  return args.map((arg) => (typeof arg === 'number' && Number.isSafeInteger(arg) ? BigInt(arg) : arg))
}

// Built from the positions: the client's own row objects lose a column that is called "length".
export function rowsOf(result: ResultSet): Row[] {
  return result.rows.map((row) =>
    Object.fromEntries(result.columns.map((column, at) => [column, fromClient(row[at])])),
  )
}

function fromClient(value: unknown): Value {
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  throw new TypeError(`A column holds a ${typeof value}, which the store does not know`)
}
