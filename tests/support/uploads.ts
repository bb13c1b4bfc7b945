// A file sent by the tus protocol's own steps, as a patient client would.

import type { Answer, Caller } from './caller.ts'

export const tus = { 'tus-resumable': '1.0.0' }
export const bytesOf = 'application/offset+octet-stream'

/** Where a side's uploads and attachments lie. */
export const placeOf = (side: 'customer' | 'operator', id: string) =>
  `/api/${side === 'customer' ? 'visits' : 'conversations'}/${id}`

export interface FileToSend {
  bytes: Uint8Array<ArrayBuffer>
  name?: string
  id?: string
}

export function announce(caller: Caller, place: string, file: FileToSend): Promise<Answer> {
  const { bytes, name = 'file', id = crypto.randomUUID() } = file
  const filename = Buffer.from(name).toString('base64')
  const headers = { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': `filename ${filename}` }
  return caller.call('POST', `${place}/uploads`, undefined, { key: id, headers })
}

export function append(
  caller: Caller,
  address: string,
  offset: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Answer> {
  const headers = { ...tus, 'upload-offset': String(offset), 'content-type': bytesOf }
  return caller.call('PATCH', address, undefined, { raw: bytes, headers })
}

/** How far it got. A HEAD has no body, whatever its headers announce. */
export function ask(caller: Caller, address: string): Promise<Response> {
  return caller.send('HEAD', address, undefined, { key: null, headers: tus })
}

/** The answer of the last step, or of the one that was refused. */
export async function upload(
  caller: Caller,
  place: string,
  file: FileToSend,
): Promise<Answer & { id: string }> {
  const id = file.id ?? crypto.randomUUID()
  const announced = await announce(caller, place, { ...file, id })
  if (announced.status !== 201) return { ...announced, id }
  const sent = await append(caller, announced.headers.get('location') ?? '', 0, file.bytes)
  return { ...sent, id }
}
