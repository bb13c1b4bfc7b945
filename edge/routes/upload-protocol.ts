// The tus protocol, version 1.0.0 (https://tus.io/protocols/resumable-upload), as far as a file of known length
// needs it: core, creation and termination. Its words are headers.

import { Refusal } from '../domain/refusal.ts'
import type { Request } from './edge.ts'

const version = '1.0.0'
export const uploadType = 'application/offset+octet-stream'

/** Every answer names the version, also that of a request which does not. */
export function speakTus(request: Request): void {
  request.header('tus-resumable', version)
  request.header('cache-control', 'no-store')
  if (request.req.header('tus-resumable') === version) return
  request.header('tus-version', version)
  throw new Refusal('invalid-input', 'An upload speaks tus 1.0.0.', { field: 'tus-resumable' })
}

export interface Announcement {
  name: string
  size: number
}

export function announcementOf(request: Request): Announcement {
  const size = wholeNumber(request, 'upload-length')
  const metadata = metadataOf(request.req.header('upload-metadata') ?? '')
  return { name: metadata.get('filename') ?? '', size }
}

export function offsetOf(request: Request): number {
  return wholeNumber(request, 'upload-offset')
}

function wholeNumber(request: Request, header: string): number {
  const text = request.req.header(header) ?? ''
  const number = Number(text)
  if (/^\d{1,15}$/.test(text)) return number
  throw new Refusal('invalid-input', `${header} must be a whole number.`, { field: header })
}

/** `key base64,key base64`; what cannot be read is left out. */
function metadataOf(header: string): Map<string, string> {
  const pairs = header.slice(0, 4_000).split(',')
  return new Map(
    pairs.map((pair) => pair.trim().split(' ')).map(([key = '', value = '']) => [key, textOf(value)]),
  )
}

function textOf(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)))
  } catch {
    return ''
  }
}
