import { call } from '../words/tr/call.ts'
import { callDevices } from '../words/tr/call-devices.ts'
import { customerChecks } from '../words/tr/customer-checks.ts'

export const turkishCall: Record<string, string> = { ...call, ...callDevices, ...customerChecks }
