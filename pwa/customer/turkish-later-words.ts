import { attachments } from '../words/tr/attachments.ts'
import { customerEnd } from '../words/tr/customer-end.ts'
import { customerHelp } from '../words/tr/customer-help.ts'
import { quality } from '../words/tr/quality.ts'
import { sharedLater } from '../words/tr/shared-later.ts'

export const turkishLater: Record<string, string> = {
  ...attachments,
  ...customerEnd,
  ...customerHelp,
  ...quality,
  ...sharedLater,
}
