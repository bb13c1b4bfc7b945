export interface ByteRange {
  from: number
  /** The last byte, included. */
  to: number
}

/**
 * The one range that a Range header asks for (RFC 9110, 14.1.2). `null` is all of it: for no header, and for what
 * is allowed to be ignored, such as several ranges. `'unsatisfiable'` lies beyond the end.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | null | 'unsatisfiable' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return null
  if (first === '') {
    const count = Math.min(Number(last), size)
    return count === 0 ? 'unsatisfiable' : { from: size - count, to: size - 1 }
  }
  const from = Number(first)
  if (from >= size) return 'unsatisfiable'
  if (last !== '' && Number(last) < from) return null
  return { from, to: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}
