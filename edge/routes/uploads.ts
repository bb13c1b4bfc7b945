// Files on their way in, resumable: announced, then written on from wherever the last connection broke.

import { Hono } from 'hono'
import { beginAttachment } from '../actions/begin-attachment.ts'
import { cancelAttachment } from '../actions/cancel-attachment.ts'
import { openUpload } from '../actions/open-upload.ts'
import { shareAttachment } from '../actions/share-attachment.ts'
import { notFound, Refusal } from '../domain/refusal.ts'
import type { DiskFiles } from '../gateways/files.ts'
import type { Attachment } from '../views/attachment.ts'
import { bucketUploadRoutes } from './bucket-uploads.ts'
import { type Edge, type Env, type Request, withFiles } from './edge.ts'
import type { Place } from './talk.ts'
import { announcementOf, offsetOf, speakTus, uploadType } from './upload-protocol.ts'
import { createUploadTurns } from './upload-turns.ts'

export function uploadRoutes(edge: Edge, place: Place): Hono<Env> {
  const { files } = edge
  return files.at === 'disk' ? diskUploadRoutes(edge, files, place) : bucketUploadRoutes(edge, files, place)
}

function diskUploadRoutes(edge: Edge, files: DiskFiles, place: Place) {
  const take = createUploadTurns()

  const of = (c: Request) => {
    const id = c.req.param('id') ?? ''
    speakTus(c)
    return { seat: place.seat(c, id), context: withFiles(edge, place.context(edge, c, id)) }
  }

  const upload = (c: Request) => {
    const { seat, context } = of(c)
    return openUpload(context, seat, c.req.param('attachmentId') ?? '')
  }

  async function sizeSoFar({ id }: Attachment): Promise<number> {
    const size = await files.size(id)
    if (size === null) throw notFound('attachment')
    return size
  }

  async function write(c: Request, attachment: Attachment): Promise<number> {
    const { id, size } = attachment
    const turn = await take(id)
    try {
      const offset = await sizeSoFar(attachment)
      if (offsetOf(c) !== offset) throw new Refusal('wrong-state', `The upload goes on at ${offset}.`)
      const body = c.req.raw.body
      if (!body) return offset
      const written = await files.append(id, { bytes: body, from: offset, room: size - offset }, turn.signal)
      if (written.overflowed) throw new Refusal('too-large', 'More came than was announced.')
      return written.size
    } finally {
      turn.end()
    }
  }

  async function answer(c: Request, attachment: Attachment, offset: number, status: 200 | 204) {
    if (offset === attachment.size) await shareAttachment(of(c).context, attachment.id)
    c.header('upload-offset', String(offset))
    c.header('upload-length', String(attachment.size))
    return c.body(null, status)
  }

  return new Hono<Env>()
    .post('/:id/uploads', place.guard, async (c) => {
      const { seat, context } = of(c)
      const { id } = await beginAttachment(context, seat, announcementOf(c))
      await files.make(id)
      c.header('location', `${new URL(c.req.url).pathname}/${id}`)
      return c.body(null, 201)
    })
    .get('/:id/uploads/:attachmentId', place.guard, async (c) => {
      const attachment = await upload(c)
      // What has been shared may have been cleared from here to elsewhere; it is whole in any case.
      if (attachment.state === 'ready') return answer(c, attachment, attachment.size, 200)
      const turn = await take(attachment.id)
      turn.end()
      return answer(c, attachment, await sizeSoFar(attachment), 200)
    })
    .patch('/:id/uploads/:attachmentId', place.guard, async (c) => {
      const attachment = await upload(c)
      if (c.req.header('content-type') !== uploadType) {
        throw new Refusal('wrong-kind', `The bytes of an upload are ${uploadType}.`)
      }
      if (attachment.state !== 'uploading') return answer(c, attachment, attachment.size, 204)
      return answer(c, attachment, await write(c, attachment), 204)
    })
    .delete('/:id/uploads/:attachmentId', place.guard, async (c) => {
      const { seat, context } = of(c)
      const id = c.req.param('attachmentId')
      // Given up first, by who may; only then is whoever still writes sent away.
      await cancelAttachment(context, seat, id)
      const turn = await take(id)
      turn.end()
      return c.body(null, 204)
    })
}

/** Files come in through these addresses, and neither as JSON nor within the size of one. */
export function isUpload(path: string): boolean {
  return /^\/api\/(conversations|visits)\/[^/]+\/uploads(\/|$)/.test(path)
}
