// A file in parts, as S3 has it: begun, listed, joined or given up. Its answers are XML of which a few words are wanted.

import { Outage } from '../../domain/outage.ts'
import { type Bucket, codeIn, textOf } from './bucket.ts'

export interface StoredPart {
  number: number
  size: number
  etag: string
}

export async function beginMultipart(bucket: Bucket, key: string): Promise<string> {
  const answer = await bucket.ask('POST', key, { uploads: '' })
  const id = wordIn('UploadId', textOf(answer))
  if (!id) throw new Outage('The bucket began an upload without a name for it.')
  return id
}

/** What has come so far; `null` where nothing is under way by that name. */
export async function partsStored(
  bucket: Bucket,
  key: string,
  uploadId: string,
): Promise<StoredPart[] | null> {
  const answer = await bucket.ask('GET', key, { uploadId })
  if (!answer) return null
  const xml = textOf(answer)
  return [...xml.matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = '']) => ({
    number: Number(wordIn('PartNumber', part)),
    size: Number(wordIn('Size', part)),
    etag: wordIn('ETag', part),
  }))
}

/** `false` where nothing is under way by that name. */
export async function joinParts(
  bucket: Bucket,
  key: string,
  uploadId: string,
  parts: readonly Pick<StoredPart, 'number' | 'etag'>[],
): Promise<boolean> {
  const list = parts.map(
    ({ number, etag }) => `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag></Part>`,
  )
  const body = `<CompleteMultipartUpload>${list.join('')}</CompleteMultipartUpload>`
  const answer = await bucket.ask('POST', key, { uploadId }, { body })
  const xml = textOf(answer)
  // It begins to answer before it is done, so a fault may come with a 200.
  if (/<Error>/.test(xml)) throw new Outage(`The bucket did not join the parts: ${codeIn(xml)}`)
  return answer !== null
}

export async function giveUpMultipart(bucket: Bucket, key: string, uploadId: string): Promise<void> {
  await bucket.ask('DELETE', key, { uploadId })
}

/** As it stands there, escaped as XML is: tags of parts go back as they came. */
export function wordIn(name: string, xml: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''
}
