// Files on their way into a bucket: announced here, as the others are, and sent straight there in parts. Announced
// again, after whatever went wrong, an upload goes on with the parts that are missing.

import { Hono } from 'hono'
import { beginAttachment } from '../actions/begin-attachment.ts'
import { beginParts } from '../actions/begin-parts.ts'
import { cancelAttachment } from '../actions/cancel-attachment.ts'
import { finishParts } from '../actions/finish-parts.ts'
import type { PartsAnswer } from '../domain/wire.ts'
import type { BucketFiles } from '../gateways/files.ts'
import type { Attachment } from '../views/attachment.ts'
import { type Edge, type Env, type Request, withFiles } from './edge.ts'
import type { Place } from './talk.ts'
import { announcementOf, speakTus } from './upload-protocol.ts'

export function bucketUploadRoutes(edge: Edge, files: BucketFiles, place: Place) {
  const of = (c: Request) => {
    const id = c.req.param('id') ?? ''
    speakTus(c)
    return { seat: place.seat(c, id), context: withFiles(edge, place.context(edge, c, id)) }
  }

  async function missing(c: Request, attachment: Attachment) {
    if (attachment.state !== 'uploading') return []
    const multipart = await beginParts(of(c).context, files, attachment)
    return files.missing(attachment.id, multipart, attachment.size)
  }

  return new Hono<Env>()
    .post('/:id/uploads', place.guard, async (c) => {
      const { seat, context } = of(c)
      const attachment = await beginAttachment(context, seat, announcementOf(c))
      return c.json<PartsAnswer>({ parts: await missing(c, attachment) }, 201)
    })
    .post('/:id/uploads/:attachmentId/whole', place.guard, async (c) => {
      const { seat, context } = of(c)
      await finishParts(context, seat, c.req.param('attachmentId'))
      return c.body(null, 204)
    })
    .delete('/:id/uploads/:attachmentId', place.guard, async (c) => {
      const { seat, context } = of(c)
      await cancelAttachment(context, seat, c.req.param('attachmentId'))
      return c.body(null, 204)
    })
}
