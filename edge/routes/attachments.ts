// Files on their way out, to whoever may read the conversation, whole or by ranges: players seek by them.

import { Hono, type MiddlewareHandler } from 'hono'
import { within } from '../actions/seat.ts'
import { notFound } from '../domain/refusal.ts'
import { type Attachment, readAttachment } from '../views/attachment.ts'
import { byteRange } from './byte-range.ts'
import type { Edge, Env } from './edge.ts'
import type { Place } from './talk.ts'

export function attachmentRoutes(edge: Edge, place: Place) {
  return new Hono<Env>().get('/:id/attachments/:attachmentId', place.guard, async (c) => {
    const { id } = await within(edge.database, place.seat(c, c.req.param('id')))
    const attachment = await readAttachment(edge.database, id, c.req.param('attachmentId'))
    const { size } = attachment
    if ((await edge.files.size(attachment.id)) !== size) throw notFound('attachment')
    const etag = `"${attachment.id}"`
    const headers = { ...headersFor(attachment), etag }
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
    const ifRange = c.req.header('if-range')
    const range = ifRange && ifRange !== etag ? null : byteRange(c.req.header('range'), size)
    if (range === 'unsatisfiable') return c.body(null, 416, { 'content-range': `bytes */${size}` })
    const { from, to } = range ?? { from: 0, to: size - 1 }
    const part = range && { 'content-range': `bytes ${from}-${to}/${size}` }
    const bytes = c.req.method === 'HEAD' ? '' : edge.files.read(attachment.id, from, to)
    return c.newResponse(bytes as ReadableStream, range ? 206 : 200, {
      ...headers,
      ...part,
      'content-length': String(to - from + 1),
    })
  })
}

/** What an attachment's bytes never change, so they may be kept; by this browser alone. */
function headersFor({ type, kind, name }: Attachment): Record<string, string> {
  const disposition = kind === 'document' ? 'attachment' : 'inline'
  return {
    'content-type': type?.startsWith('text/') ? `${type}; charset=utf-8` : (type ?? ''),
    'content-disposition': `${disposition}; ${fileNameParameters(name)}`,
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=86400, immutable',
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
