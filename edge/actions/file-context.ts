import type { AttachmentLimits } from '../domain/attachment.ts'
import type { Files } from '../gateways/files.ts'
import type { Context } from './context.ts'

export interface FileMeans {
  /** Where attachments lie. */
  files: Files
  attachmentLimits: AttachmentLimits
}

/** What a verb is given that has to do with files. */
export type FileContext = Context & FileMeans
