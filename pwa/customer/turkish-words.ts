import { attachments } from '../words/tr/attachments.ts'
import { call } from '../words/tr/call.ts'
import { callDevices } from '../words/tr/call-devices.ts'
import { conversation } from '../words/tr/conversation.ts'
import { customer } from '../words/tr/customer.ts'
import { customerLater } from '../words/tr/customer-later.ts'
import { quality } from '../words/tr/quality.ts'
import { shared } from '../words/tr/shared.ts'
import type { Dictionary } from '../words/words.tsx'

export const turkish: Dictionary = {
  ...shared,
  ...attachments,
  ...conversation,
  ...customer,
  ...customerLater,
  ...call,
  ...callDevices,
  ...quality,
}
