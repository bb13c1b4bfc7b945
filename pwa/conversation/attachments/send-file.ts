// The browser's side of tus 1.0.0: announce, ask how far it got, write on. Everything may be repeated.

import { EdgeError, errorFromAnswer, offlineError } from '../../platform/edge-error.ts'

export interface Sending {
  /** Of the conversation, such as /api/visits/… */
  place: string
  id: string
  file: Blob
  name: string
  /** Bytes that have arrived or are on the line. */
  onSent(bytes: number): void
  signal: AbortSignal
}

const version = { 'tus-resumable': '1.0.0' }
/** Small enough for a slow line and for proxies with an opinion about the length of requests. */
const pieceBytes = 8 * 1024 * 1024
/** A phone that changed its network does not hear that its old connection is gone. */
const silenceMs = 30_000

/** Resolves when the edge has taken the file as a whole. Throws what it refused, or `offline`. */
export async function sendFile(sending: Sending): Promise<void> {
  const { place, id, file, onSent } = sending
  await announce(sending)
  const address = `${place}/uploads/${id}`
  for (let offset = await arrived(address, sending.signal); ; ) {
    onSent(offset)
    if (offset === file.size) return
    offset = await write(address, offset, sending)
  }
}

async function announce({ place, id, file, name, signal }: Sending): Promise<void> {
  const headers = {
    ...version,
    'idempotency-key': id,
    'upload-length': String(file.size),
    'upload-metadata': `filename ${base64(name)}`,
  }
  await answerTo(`${place}/uploads`, { method: 'POST', headers, signal })
}

// GET and not HEAD: a refusal then says why.
async function arrived(address: string, signal: AbortSignal): Promise<number> {
  return offsetIn((await answerTo(address, { headers: version, signal })).headers.get('upload-offset'))
}

async function answerTo(address: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(address, init).catch((cause: unknown) => {
    throw init.signal?.aborted ? cause : offlineError()
  })
  if (!answer.ok) throw errorFromAnswer(answer.status, await answer.json().catch(() => null))
  return answer
}

function offsetIn(header: string | null): number {
  const offset = Number(header ?? Number.NaN)
  if (Number.isSafeInteger(offset)) return offset
  throw new EdgeError('fault', 0, 'The answer names no offset.')
}

// XMLHttpRequest and not fetch: it alone tells how much of a body has left.
function write(address: string, offset: number, { file, onSent, signal }: Sending): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const offline = () => reject(offlineError())
    const stop = () => request.abort()
    let silence = setTimeout(stop, silenceMs)
    request.open('PATCH', address)
    for (const [name, value] of Object.entries(version)) request.setRequestHeader(name, value)
    request.setRequestHeader('upload-offset', String(offset))
    request.setRequestHeader('content-type', 'application/offset+octet-stream')
    request.upload.onprogress = ({ loaded }) => {
      clearTimeout(silence)
      silence = setTimeout(stop, silenceMs)
      onSent(Math.min(offset + loaded, file.size))
    }
    request.onload = () => settle(request, resolve, reject)
    request.onerror = offline
    request.onabort = () => (signal.aborted ? reject(signal.reason) : offline())
    request.onloadend = () => {
      clearTimeout(silence)
      signal.removeEventListener('abort', stop)
    }
    signal.addEventListener('abort', stop)
    request.send(file.slice(offset, offset + pieceBytes))
  })
}

function settle(
  request: XMLHttpRequest,
  resolve: (offset: number) => void,
  reject: (cause: unknown) => void,
) {
  if (request.status !== 204) return reject(errorFromAnswer(request.status, parsed(request.responseText)))
  try {
    resolve(offsetIn(request.getResponseHeader('upload-offset')))
  } catch (cause) {
    reject(cause)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
