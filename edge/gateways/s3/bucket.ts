// One bucket of anything that speaks S3: its addresses, signed, and its answers, faults told apart.

import { AwsClient } from 'aws4fetch'
import { Outage } from '../../domain/outage.ts'

export interface BucketPlace {
  /** `null` for Amazon's own, which is chosen by the region. */
  endpoint: string | null
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  /** Milliseconds from a try that failed to the next. */
  pauseMs?: number
}

type Query = Record<string, string>

export interface Bucket {
  /** With a slash at its end; a key follows. */
  address: string
  name: string
  /** `null` where there is no such thing. Throws an Outage for every other answer that is no success, or not whole. */
  ask(method: string, key: string, query?: Query, sent?: Sent): Promise<Said | null>
  /** An address that does this one thing for whoever has it. Headers that are named must come along, as they are. */
  sign(method: string, key: string, query: Query, grant: Grant): Promise<string>
}

export interface Sent {
  headers?: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer>
}

export interface Said {
  headers: Headers
  bytes: Uint8Array<ArrayBuffer>
}

export interface Grant {
  seconds: number
  headers?: Record<string, string>
}

const patienceMs = 30_000
/** All that is asked may be asked again. */
const tries = 3

export function createBucket(place: BucketPlace): Bucket {
  const { region, accessKeyId, secretAccessKey, pauseMs = 200 } = place
  const signer = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' })
  const address = addressOf(place)
  const url = (key: string, query: Query) => `${address}${key}?${new URLSearchParams(query)}`

  async function once(method: string, key: string, query: Query, sent: Sent): Promise<Answer> {
    return fetchWhole(await signer.sign(url(key, query), { method, ...sent }))
  }

  async function patiently(method: string, key: string, query: Query, sent: Sent): Promise<Answer> {
    for (let left = tries - 1; ; left--) {
      const answer = await once(method, key, query, sent).catch((cause: unknown) => ({ cause }))
      if ('status' in answer && (answer.status < 500 || left === 0)) return answer
      if ('cause' in answer && left === 0)
        throw new Outage(`The bucket does not answer ${method}: ${answer.cause}`, answer)
      await new Promise((resume) => setTimeout(resume, pauseMs))
    }
  }

  return {
    address,
    name: place.bucket,
    async ask(method, key, query = {}, sent = {}) {
      const answer = await patiently(method, key, query, sent)
      if (answer.status < 300) return answer
      const said = textOf(answer)
      if (answer.status === 404 && !said.includes('NoSuchBucket')) return null
      throw new Outage(`The bucket answered ${method} with ${answer.status} ${codeIn(said)}`)
    },
    async sign(method, key, query, { seconds, headers = {} }) {
      const aws = { signQuery: true, allHeaders: true }
      const wanted = url(key, { ...query, 'X-Amz-Expires': String(seconds) })
      // A plus is a space in forms alone; not every bucket takes it for one.
      return (await signer.sign(wanted, { method, headers, aws })).url.replaceAll('+', '%20')
    },
  }
}

interface Answer extends Said {
  status: number
}

/** What breaks off in the middle is no answer. */
async function fetchWhole(request: Request): Promise<Answer> {
  const answer = await fetch(request, { signal: AbortSignal.timeout(patienceMs) })
  const { status, headers } = answer
  return { status, headers, bytes: new Uint8Array(await answer.arrayBuffer()) }
}

export function textOf(said: Said | null): string {
  return said ? new TextDecoder().decode(said.bytes) : ''
}

/** Amazon names its buckets before its own name; with the others they come behind it. */
function addressOf({ endpoint, region, bucket }: BucketPlace): string {
  return endpoint ? `${endpoint}/${bucket}/` : `https://${bucket}.s3.${region}.amazonaws.com/`
}

export function codeIn(xml: string): string {
  return /<Code>(\w+)<\/Code>/.exec(xml)?.[1] ?? ''
}
