// Hrana 2 over HTTP, as far as the client speaks it
// (https://github.com/tursodatabase/libsql/blob/main/docs/HTTP_V2_SPEC.md).

export type Cell =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string }

export interface Statement {
  sql?: string
  sql_id?: number
  args?: Cell[]
}

export type Condition =
  | { type: 'ok'; step: number }
  | { type: 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and'; conds: Condition[] }
  | { type: 'or'; conds: Condition[] }

export interface Step {
  condition?: Condition
  stmt: Statement
}

export type StreamRequest =
  | { type: 'execute'; stmt: Statement }
  | { type: 'batch'; batch: { steps: Step[] } }
  | { type: 'sequence'; sql?: string; sql_id?: number }
  | { type: 'store_sql'; sql_id: number; sql: string }
  | { type: 'close_sql'; sql_id: number }
  | { type: 'close' }

export interface Pipeline {
  baton?: string | null
  requests: StreamRequest[]
}

export interface Fault {
  message: string
  code: string
}

export interface Result {
  cols: { name: string; decltype: string | null }[]
  rows: Cell[][]
  affected_row_count: number
  last_insert_rowid: string | null
}

export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return { type: 'null' }
  if (typeof value === 'bigint') return { type: 'integer', value: String(value) }
  if (typeof value === 'number') return { type: 'float', value }
  if (typeof value === 'string') return { type: 'text', value }
  return { type: 'blob', base64: Buffer.from(value as Uint8Array).toString('base64') }
}

export function valueIn(cell: Cell): unknown {
  if (cell.type === 'null') return null
  if (cell.type === 'integer') return BigInt(cell.value)
  if (cell.type === 'blob') return Buffer.from(cell.base64, 'base64')
  return cell.value
}
