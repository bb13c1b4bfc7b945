// The browser's side of tus 1.0.0: announce, ask how far it got, write on. Everything may be repeated.
// Where files lie in a bucket, the edge's answer to the announcement names the parts that it wants sent there.

import type { PartsAnswer } from '../../../edge/domain/wire.ts'
import { EdgeError, errorFromAnswer, offlineError } from '../../platform/edge-error.ts'
import { sendBytes } from './send-bytes.ts'

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

/** Resolves when the edge has taken the file as a whole. Throws what it refused, or `offline`. */
export async function sendFile(sending: Sending): Promise<void> {
  const { place, id, file, onSent } = sending
  const announced = await announce(sending)
  if (isJson(announced)) return sendInParts(sending, await announced.json())
  const address = `${place}/uploads/${id}`
  for (let offset = await arrived(address, sending.signal); ; ) {
    onSent(offset)
    if (offset === file.size) return
    offset = await write(address, offset, sending)
  }
}

async function announce({ place, id, file, name, signal }: Sending): Promise<Response> {
  const headers = {
    ...version,
    'idempotency-key': id,
    'upload-length': String(file.size),
    'upload-metadata': `filename ${base64(name)}`,
  }
  return answerTo(`${place}/uploads`, { method: 'POST', headers, signal })
}

const isJson = ({ headers }: Response) => headers.get('content-type')?.startsWith('application/json')

async function sendInParts(sending: Sending, { parts }: PartsAnswer): Promise<void> {
  const { place, id, signal } = sending
  const { sendParts } = await import('./send-parts.ts').catch(() => {
    throw offlineError()
  })
  await sendParts(sending, parts)
  await answerTo(`${place}/uploads/${id}/whole`, { method: 'POST', headers: version, signal })
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

async function write(address: string, offset: number, { file, onSent, signal }: Sending): Promise<number> {
  const answer = await sendBytes({
    method: 'PATCH',
    address,
    headers: {
      ...version,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    bytes: file.slice(offset, offset + pieceBytes),
    onSent: (bytes) => onSent(Math.min(offset + bytes, file.size)),
    signal,
  })
  if (answer.status !== 204) throw errorFromAnswer(answer.status, parsed(answer.responseText))
  return offsetIn(answer.getResponseHeader('upload-offset'))
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
