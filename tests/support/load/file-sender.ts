// Files sent as a page sends them to a bucket: whatever fails is tried again, until the edge says that the file is there.

import * as assert from 'uvu/assert'
import type { PartsAnswer } from '../../../edge/domain/wire.ts'
import { type Answer, Caller } from '../caller.ts'
import { ftyp, noise } from '../sample-files.ts'
import { announce, placeOf, tus } from '../uploads.ts'
import type { Talk } from './crowd.ts'

export interface SentFile {
  talk: Talk
  id: string
  bytes: Uint8Array<ArrayBuffer>
}

/** One after the other, from the customer's side; each is told once it was acknowledged. */
export async function sendFiles(
  talk: Talk,
  next: () => string,
  count: number,
  acknowledged: (file: SentFile) => void,
): Promise<void> {
  const caller = callerOf(talk, next)
  for (let at = 0; at < count; at++) {
    const file = { talk, id: crypto.randomUUID(), bytes: noise(20_000 + at, ftyp('isom')) }
    await persist(caller, file)
    acknowledged(file)
  }
}

/** What was acknowledged is read back as it was sent. */
export async function assertReadBack({ talk, id, bytes }: SentFile, next: () => string): Promise<void> {
  const path = `${placeOf('customer', talk.id)}/attachments/${id}`
  const { status, headers } = await callerOf(talk, next).send('GET', path)
  assert.is(status, 302)
  const kept = await fetch(headers.get('location') ?? '')
  assert.ok(Buffer.from(await kept.arrayBuffer()).equals(bytes), `${id} is not what was sent`)
}

function callerOf({ customer }: Talk, next: () => string): Caller {
  const caller = new Caller({
    request: (path, init) => fetch(next() + path, { ...init, redirect: 'manual' }),
  })
  const [name = '', value = ''] = customer.cookie.split('=')
  caller.cookies.set(name, { value, path: '/api' })
  return caller
}

async function persist(caller: Caller, file: SentFile): Promise<void> {
  for (let left = 300; left > 0; left--) {
    if (await attempt(caller, file).catch(() => false)) return
    await new Promise((resume) => setTimeout(resume, 100))
  }
  throw new Error('a file was never acknowledged')
}

async function attempt(caller: Caller, { talk, id, bytes }: SentFile): Promise<boolean> {
  const place = placeOf('customer', talk.id)
  const { status, body } = (await announce(caller, place, { bytes, id })) as Answer<PartsAnswer>
  if (status !== 201) return false
  for (const { address, from, length } of body.parts) {
    const put = await fetch(address, { method: 'PUT', body: new Blob([bytes.slice(from, from + length)]) })
    if (put.status !== 200) return false
  }
  const whole = await caller.call('POST', `${place}/uploads/${id}/whole`, undefined, { headers: tus })
  return whole.status === 204
}
