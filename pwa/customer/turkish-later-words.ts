import { attachments } from '../words/tr/attachments.ts'
import { call } from '../words/tr/call.ts'
import { callDevices } from '../words/tr/call-devices.ts'
import { customerEnd } from '../words/tr/customer-end.ts'
import { customerHelp } from '../words/tr/customer-help.ts'
import { quality } from '../words/tr/quality.ts'

export const turkishLater: Record<string, string> = {
  ...attachments,
  ...call,
  ...callDevices,
  ...customerEnd,
  ...customerHelp,
  ...quality,
}
