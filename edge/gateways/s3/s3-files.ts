import { partsOf } from '../../domain/file-parts.ts'
import type { ReadBytes } from '../../domain/files/bytes.ts'
import type { BucketFiles } from '../files.ts'
import { type BucketPlace, createBucket } from './bucket.ts'
import { beginMultipart, giveUpMultipart, joinParts, partsStored } from './multipart.ts'
import { bytesAt, rewrite } from './rewrite.ts'

/** A slow phone sends a part of it; then it asks for the next address. */
const partSeconds = 3_600
/** A request is dear, and a file is read in small steps. */
const blockBytes = 512 * 1024

export function createS3Files(place: BucketPlace): BucketFiles {
  const bucket = createBucket(place)

  async function size(id: string): Promise<number | null> {
    const answer = await bucket.ask('HEAD', id)
    return answer && Number(answer.headers.get('content-length'))
  }

  async function arrived(id: string, multipart: string, size: number) {
    const stored = await partsStored(bucket, id, multipart)
    return stored && partsOf(size).map((part) => ({ part, stored: stored.find(is(part)) }))
  }

  return {
    at: 'bucket',
    address: bucket.address,
    size,
    reader: (id, size) => inBlocks((at, length) => bytesAt(bucket, id, at, length), size),
    seal: async (id, size, patches) => {
      if (patches.length > 0) await rewrite(bucket, id, size, patches)
    },
    begin: (id) => beginMultipart(bucket, id),
    giveUp: (id, multipart) => giveUpMultipart(bucket, id, multipart),
    async missing(id, multipart, size) {
      const missing = ((await arrived(id, multipart, size)) ?? []).filter(({ stored }) => !stored)
      return Promise.all(
        missing.map(async ({ part }) => {
          const query = { partNumber: String(part.number), uploadId: multipart }
          const headers = { 'content-length': String(part.length) }
          const address = await bucket.sign('PUT', id, query, { seconds: partSeconds, headers })
          return { ...part, address }
        }),
      )
    },
    async join(id, multipart, whole) {
      const parts = await arrived(id, multipart, whole)
      if (parts) {
        const stored = parts.flatMap((one) => one.stored ?? [])
        if (stored.length < parts.length) return false
        if (await joinParts(bucket, id, multipart, stored)) return true
      }
      // Nothing is under way by that name: somebody joined it already, or it was cleared away.
      return (await size(id)) === whole
    },
    link: (id, { type, disposition, seconds }) =>
      bucket.sign(
        'GET',
        id,
        { 'response-content-type': type, 'response-content-disposition': disposition },
        { seconds },
      ),
    async remove(id, multipart) {
      if (multipart) await giveUpMultipart(bucket, id, multipart)
      await bucket.ask('DELETE', id)
    },
  }
}

/** A part of another length is one that was cut. */
function is(part: { number: number; length: number }) {
  return (stored: { number: number; size: number }) =>
    stored.number === part.number && stored.size === part.length
}

function inBlocks(
  fetch: (at: number, length: number) => Promise<Uint8Array | undefined>,
  size: number,
): ReadBytes {
  const nothing = new Uint8Array(0)
  let start = 0
  let block: Uint8Array = nothing
  return async (at, length) => {
    const end = Math.min(size, at + length)
    if (at >= end) return nothing
    if (at < start || end > start + block.length) {
      block = (await fetch(at, Math.min(size - at, Math.max(length, blockBytes)))) ?? nothing
      start = at
    }
    return block.subarray(at - start, end - start)
  }
}
