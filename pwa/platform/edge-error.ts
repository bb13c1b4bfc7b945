import type { ErrorAnswer } from '../../edge/domain/wire.ts'

/**
 * What the edge answered instead of what was asked for. `code` is one of edge/domain/refusal.ts,
 * `fault` for anything that is no answer of ours (a proxy's page), `offline` (status 0) when nothing was reached.
 */
export class EdgeError extends Error {
  readonly code: string
  readonly status: number
  readonly details: Record<string, string>

  constructor(code: string, status: number, message: string, details: Record<string, string> = {}) {
    super(message)
    this.name = 'EdgeError'
    this.code = code
    this.status = status
    this.details = details
  }
}

export function offlineError(): EdgeError {
  return new EdgeError('offline', 0, 'Nothing was reached.')
}

export function errorFromAnswer(status: number, answer: unknown): EdgeError {
  const error = (answer as Partial<ErrorAnswer> | null)?.error
  if (typeof error?.code !== 'string') return new EdgeError('fault', status, `Answered ${status}.`)
  return new EdgeError(error.code, status, error.message, error.details)
}
