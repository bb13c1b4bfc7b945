// Files on their way out, to whoever may read the conversation, whole or by ranges: players seek by them. Of those in a
// bucket only the address goes out, which is good for minutes.

import { Hono, type MiddlewareHandler } from 'hono'
import { within } from '../actions/seat.ts'
import { notFound } from '../domain/refusal.ts'
import type { BucketFiles, DiskFiles } from '../gateways/files.ts'
import { type Attachment, readAttachment } from '../views/attachment.ts'
import { byteRange } from './byte-range.ts'
import type { Edge, Env, Request } from './edge.ts'
import type { Place } from './talk.ts'

export function attachmentRoutes(edge: Edge, place: Place) {
  return new Hono<Env>().get('/:id/attachments/:attachmentId', place.guard, async (c) => {
    const { id } = await within(edge.database, place.seat(c, c.req.param('id')))
    const attachment = await readAttachment(edge.database, id, c.req.param('attachmentId'))
    const { files } = edge
    return files.at === 'disk' ? hand(c, files, attachment) : pointTo(c, files, attachment)
  })
}

async function hand(c: Request, files: DiskFiles, attachment: Attachment): Promise<Response> {
  const { id, size } = attachment
  if ((await files.size(id)) !== size) throw notFound('attachment')
  const etag = `"${id}"`
  // An attachment's bytes never change, so they may be kept; by this browser alone.
  const headers = { ...headersFor(attachment), etag, 'cache-control': 'private, max-age=86400, immutable' }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  const ifRange = c.req.header('if-range')
  const range = ifRange && ifRange !== etag ? null : byteRange(c.req.header('range'), size)
  if (range === 'unsatisfiable') return c.body(null, 416, { 'content-range': `bytes */${size}` })
  const { from, to } = range ?? { from: 0, to: size - 1 }
  const part = range && { 'content-range': `bytes ${from}-${to}/${size}` }
  const bytes = c.req.method === 'HEAD' ? '' : files.read(id, from, to)
  return c.newResponse(bytes as ReadableStream, range ? 206 : 200, {
    ...headers,
    ...part,
    'content-length': String(to - from + 1),
  })
}

/** A player asks for further ranges of a film where it was sent first, for as long as it plays. */
const linkSeconds = { photo: 600, document: 600, video: 3_600 }

async function pointTo(c: Request, files: BucketFiles, attachment: Attachment): Promise<Response> {
  const headers = headersFor(attachment)
  // What is signed is a GET, and a HEAD would not be let in.
  if (c.req.method === 'HEAD')
    return c.body(null, 200, { ...headers, 'content-length': String(attachment.size) })
  const seconds = linkSeconds[attachment.kind ?? 'document']
  const address = await files.link(attachment.id, {
    type: headers['content-type'],
    disposition: headers['content-disposition'],
    seconds,
  })
  c.header('cache-control', `private, max-age=${seconds / 2}`)
  return c.redirect(address, 302)
}

function headersFor({ type, kind, name }: Attachment) {
  const disposition = kind === 'document' ? 'attachment' : 'inline'
  return {
    'content-type': type?.startsWith('text/') ? `${type}; charset=utf-8` : (type ?? ''),
    'content-disposition': `${disposition}; ${fileNameParameters(name)}`,
    'accept-ranges': 'bytes',
  }
}

/** The name for those who read ASCII alone, and as it is (RFC 8187). */
function fileNameParameters(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${exact}`
}

/** Opened by itself, somebody's file is a page of nobody: it runs nothing and has no cookies. */
export function sandboxFiles(): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next()
    if (/^\/api\/(conversations|visits)\/[^/]+\/attachments\//.test(c.req.path)) {
      c.header('content-security-policy', "default-src 'none'; sandbox")
    }
  }
}
