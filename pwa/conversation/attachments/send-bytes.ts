import { offlineError } from '../../platform/edge-error.ts'

export interface SendingBytes {
  method: 'PATCH' | 'PUT'
  address: string
  headers: Record<string, string>
  bytes: Blob
  /** Of these bytes, how many have left. */
  onSent(bytes: number): void
  signal: AbortSignal
}

/** A phone that changed its network does not hear that its old connection is gone. */
const silenceMs = 30_000

/**
 * XMLHttpRequest and not fetch: it alone tells how much of a body has left.
 * Resolves with whatever is answered. Throws `offline`, or the signal's reason.
 */
export function sendBytes(sending: SendingBytes): Promise<XMLHttpRequest> {
  const { method, address, headers, bytes, onSent, signal } = sending
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const offline = () => reject(offlineError())
    const stop = () => request.abort()
    let silence = setTimeout(stop, silenceMs)
    request.open(method, address)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded }) => {
      clearTimeout(silence)
      silence = setTimeout(stop, silenceMs)
      onSent(loaded)
    }
    request.onload = () => resolve(request)
    request.onerror = offline
    request.onabort = () => (signal.aborted ? reject(signal.reason) : offline())
    request.onloadend = () => {
      clearTimeout(silence)
      signal.removeEventListener('abort', stop)
    }
    signal.addEventListener('abort', stop)
    request.send(bytes)
  })
}
