import { EdgeError, errorFromAnswer, offlineError } from './edge-error.ts'
import { randomId } from './random-id.ts'

export { EdgeError }

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface RequestOptions {
  /** The intent's own UUID: a retry of the same intent reuses it, and the edge gives the first answer again. */
  key?: string
  signal?: AbortSignal
  /** Goes on when the page is left. */
  keepalive?: boolean
  /** The very request was sent before: its answer is waited for. */
  begun?: Promise<Response> | undefined
}

// Longer than any answer of the edge takes; a phone that lost its signal without noticing hangs for minutes.
const patienceMs = 30_000

/** Asks the edge. An answer without content is `undefined`. Throws `EdgeError`, or the signal's own reason. */
export async function request<T>(
  method: Method,
  path: string,
  body?: unknown,
  options: RequestOptions = {},
): Promise<T> {
  const init = (): RequestInit => ({
    method,
    headers: headersFor(method, body, options.key),
    body: body === undefined ? null : JSON.stringify(body),
    keepalive: options.keepalive ?? false,
    signal: options.signal ?? AbortSignal.timeout(patienceMs),
  })
  const response = await reach(() => options.begun ?? fetch(path, init()))
  if (response.status === 204) return undefined as T
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw errorFromAnswer(response.status, answer)
  if (answer === null) throw new EdgeError('fault', response.status, 'The answer was not whole.')
  return answer as T
}

function headersFor(method: Method, body: unknown, key: string | undefined): Record<string, string> {
  return {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(method === 'GET' ? {} : { 'idempotency-key': key ?? randomId() }),
  }
}

async function reach(ask: () => Promise<Response>): Promise<Response> {
  try {
    return await ask()
  } catch (cause) {
    // Our own patience counts as "not reached"; somebody else's signal is theirs to explain.
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw offlineError()
  }
}
