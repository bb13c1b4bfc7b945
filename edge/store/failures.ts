import { Outage } from '../domain/outage.ts'

/** Another process held the database for longer than this one was willing to wait. Nothing was stored. */
export class DatabaseBusy extends Outage {
  override name = 'DatabaseBusy'
}

/** A unit of work was given up, so that the others need not wait for it. Nothing of it was stored. */
export class UnitTooLong extends Outage {
  override name = 'UnitTooLong'
}

/** The disk or the database itself failed; the message is one sentence that an administrator understands. */
export class StorageFault extends Outage {
  override name = 'StorageFault'
}

const SENTENCES: Record<string, string> = {
  SQLITE_FULL: 'The disk is full; nothing was stored.',
  SQLITE_IOERR: 'The disk cannot be read or written; nothing was stored.',
  SQLITE_CORRUPT: 'The database file is damaged.',
  SQLITE_NOTADB: 'The file is damaged or is not a database.',
  SQLITE_CANTOPEN: 'The database file cannot be opened.',
  SQLITE_READONLY: 'The database file must not be written.',
  SQLITE_PERM: 'The database file must not be opened.',
  SQLITE_NOMEM: 'The machine is out of memory; nothing was stored.',
  SQLITE_PROTOCOL: 'The locks of the database file do not work on this disk.',
}

const UNKNOWN = 'The database did not answer; if this was a write, it may have been stored.'

/** The server knows neither us nor our token. Asking again would change nothing. */
export const unauthorised =
  'The database server does not accept the token in DATABASE_AUTH_TOKEN, or wants one and got none.'

export function isConstraint(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_CONSTRAINT')
}

export function isBusy(error: unknown): boolean {
  const code = codeOf(error)
  return code.startsWith('SQLITE_BUSY') || code === 'TRANSACTION_BUSY'
}

/** No answer came, or the server gave the transaction up: what was under way is gone, and may be tried again. */
export function isLost(error: unknown): boolean {
  return (
    /^(SERVER_LOST|SERVER_ERROR|HRANA_|STREAM_|TRANSACTION_TIMEOUT)/.test(codeOf(error)) &&
    !isUnauthorised(error)
  )
}

/**
 * Whether the database may be there in a while as it is: its server does not answer, or others hold the file. A wrong
 * token, a damaged file or a foreign database is not mended by waiting.
 */
export function isAway(error: unknown): boolean {
  if (error instanceof DatabaseBusy || isLost(error)) return true
  return error instanceof Error && isAway(error.cause)
}

/** Nothing came from the server, or not all of it. */
export class ServerLost extends Error {
  override name = 'ServerLost'
  readonly code = 'SERVER_LOST'
}

export function isUnauthorised(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return isUnauthorised(error.cause) || /\bServer returned HTTP status 40[13]\b/.test(error.message)
}

/** The connection was taken away under an operation, which happens when another one had to reconnect. */
export function isCutOff(error: unknown): boolean {
  return codeOf(error) === 'CLIENT_CLOSED'
}

/** The database understood and said no, as opposed to a server that cannot be reached. */
export function isAnswer(error: unknown): boolean {
  const code = codeOf(error)
  return code.startsWith('SQLITE_') || code === 'TRANSACTION_CLOSED'
}

export function isStorageFault(error: unknown): boolean {
  return error instanceof StorageFault || sentenceFor(codeOf(error)) !== undefined
}

export function asStorageFault(error: unknown): StorageFault {
  if (error instanceof StorageFault) return error
  const sentence = isUnauthorised(error) ? unauthorised : (sentenceFor(codeOf(error)) ?? UNKNOWN)
  return new StorageFault(`${sentence} (${messageOf(error)})`, { cause: error })
}

// The file client has no code for a path that it could not open, only a message.
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if (error.message.startsWith('ConnectionFailed')) return 'SQLITE_CANTOPEN'
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

// Remote servers answer with extended codes (SQLITE_IOERR_WRITE), the file client with base codes.
function sentenceFor(code: string): string | undefined {
  return SENTENCES[code.split('_', 2).join('_')]
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
