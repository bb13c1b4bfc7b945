import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import { Outage } from '../domain/outage.ts'
import { Refusal, refusalStatus } from '../domain/refusal.ts'
import type { ErrorAnswer } from '../domain/wire.ts'
import type { Edge, Request } from './edge.ts'

/** Refusals say what they are. Anything else is our fault: its cause goes to the log alone. */
export function answerError(edge: Edge, error: Error, c: Request): Response {
  const requestId = c.get('requestId')
  const refusal = asRefusal(error) ?? asOutage(edge, error, requestId)
  if (refusal) {
    const { code, message, details } = refusal
    return c.json<ErrorAnswer>({ error: { code, message, requestId, details } }, refusalStatus[code])
  }
  edge.log({
    level: 'error',
    what: 'fault',
    requestId,
    route: routePath(c),
    cause: error.stack ?? String(error),
  })
  const message = 'Something went wrong on our side. Nothing that was confirmed is lost.'
  return c.json<ErrorAnswer>({ error: { code: 'fault', message, requestId } }, 500)
}

/** The disk is full, or the database busy for too long: the caller is told to try again, the log why. */
function asOutage(edge: Edge, error: Error, requestId: string): Refusal | null {
  if (!(error instanceof Outage)) return null
  edge.log({ level: 'error', what: 'outage', requestId, cause: String(error) })
  return new Refusal('unavailable', 'This could not be saved just now. Please try again in a moment.')
}

function asRefusal(error: Error): Refusal | null {
  if (error instanceof Refusal) return error
  if (error instanceof HTTPException && error.status === 400) {
    return new Refusal('invalid-input', 'The request is not valid JSON.')
  }
  return null
}
