// Nothing in a bucket can be changed, only replaced: a file is written anew under its own name, and shows itself when
// it is whole. Parts without a patch are copied inside of the bucket.

import { type FilePart, partsOf } from '../../domain/file-parts.ts'
import type { Patch } from '../../domain/files/bytes.ts'
import { Outage } from '../../domain/outage.ts'
import { type Bucket, textOf } from './bucket.ts'
import { beginMultipart, giveUpMultipart, joinParts, wordIn } from './multipart.ts'

export async function rewrite(
  bucket: Bucket,
  key: string,
  size: number,
  patches: readonly Patch[],
): Promise<void> {
  const [only, ...more] = partsOf(size)
  if (only && more.length === 0) {
    const body = await patched(bucket, key, only, patches)
    await bucket.ask('PUT', key, {}, { body })
    return
  }
  const uploadId = await beginMultipart(bucket, key)
  try {
    const parts = []
    for (const part of partsOf(size)) {
      const etag = patches.some((patch) => touches(patch, part))
        ? await write(bucket, key, uploadId, part, patches)
        : await copy(bucket, key, uploadId, part)
      parts.push({ number: part.number, etag })
    }
    await joinParts(bucket, key, uploadId, parts)
  } catch (cause) {
    await giveUpMultipart(bucket, key, uploadId).catch(() => {})
    throw cause
  }
}

async function write(
  bucket: Bucket,
  key: string,
  uploadId: string,
  part: FilePart,
  patches: readonly Patch[],
): Promise<string> {
  const body = await patched(bucket, key, part, patches)
  const answer = await bucket.ask('PUT', key, { partNumber: String(part.number), uploadId }, { body })
  return answer?.headers.get('etag') ?? lost()
}

async function copy(bucket: Bucket, key: string, uploadId: string, part: FilePart): Promise<string> {
  const headers = {
    'x-amz-copy-source': `/${bucket.name}/${key}`,
    'x-amz-copy-source-range': `bytes=${part.from}-${part.from + part.length - 1}`,
  }
  const answer = await bucket.ask('PUT', key, { partNumber: String(part.number), uploadId }, { headers })
  return wordIn('ETag', textOf(answer)) || lost()
}

async function patched(
  bucket: Bucket,
  key: string,
  part: FilePart,
  patches: readonly Patch[],
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = (await bytesAt(bucket, key, part.from, part.length)) ?? lost()
  for (const { at, bytes: news } of patches) {
    const from = Math.max(at, part.from)
    const to = Math.min(at + news.length, part.from + part.length)
    if (from < to) bytes.set(news.subarray(from - at, to - at), from - part.from)
  }
  return bytes
}

/** Up to `length` bytes; `undefined` without the file. */
export async function bytesAt(
  bucket: Bucket,
  key: string,
  at: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const headers = { range: `bytes=${at}-${at + length - 1}` }
  const answer = await bucket.ask('GET', key, {}, { headers })
  return answer?.bytes
}

function touches({ at, bytes }: Patch, { from, length }: FilePart): boolean {
  return at < from + length && from < at + bytes.length
}

function lost(): never {
  throw new Outage('The bucket lost a file while it was being rewritten.')
}
