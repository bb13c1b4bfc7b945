import { conversation } from '../words/tr/conversation.ts'
import { customer } from '../words/tr/customer.ts'
import { shared } from '../words/tr/shared.ts'

export const turkish: Record<string, string> = { ...shared, ...conversation, ...customer }
