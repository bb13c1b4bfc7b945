// A refusal is an expected no. It travels as an exception inside the edge,
// and as `{error: {code, message, requestId, details?}}` on the wire.

export const refusalStatus = {
  'invalid-input': 422,
  'not-signed-in': 401,
  // The session was taken away: the device is to forget what it keeps.
  'session-revoked': 401,
  'not-found': 404,
  'not-allowed': 403,
  'wrong-state': 409,
  'already-taken': 409,
  'opened-elsewhere': 409,
  'handed-over': 409,
  'link-expired': 410,
  'link-withdrawn': 410,
  'link-invalid': 404,
  'too-large': 413,
  'wrong-kind': 415,
  'too-many': 429,
  // No fault of the request: nothing was saved, and the same request may work later.
  unavailable: 503,
} as const

export type RefusalCode = keyof typeof refusalStatus

/** `details` are facts the screen needs to say more than the code does, such as who took the job. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly details: Readonly<Record<string, string>>

  constructor(code: RefusalCode, message: string, details: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}

/** What is not yours does not exist for you: a stranger cannot tell the two apart. */
export function notFound(what: string): Refusal {
  return new Refusal('not-found', `There is no such ${what}.`)
}
