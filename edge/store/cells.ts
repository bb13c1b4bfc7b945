// Rows come out of SQL as loose cells; these read them or say which column is not what the code believes.

import type { Row } from './database.ts'

export function text(row: Row, column: string): string {
  const cell = row[column]
  if (typeof cell !== 'string') throw new TypeError(`column ${column} is not text`)
  return cell
}

export function maybeText(row: Row, column: string): string | null {
  return row[column] == null ? null : text(row, column)
}

export function count(row: Row, column: string): number {
  const cell = row[column]
  if (typeof cell !== 'number') throw new TypeError(`column ${column} is not a number`)
  return cell
}

export function maybeCount(row: Row, column: string): number | null {
  return row[column] == null ? null : count(row, column)
}
