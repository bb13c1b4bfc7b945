import type { MessageListInstance } from 'twilio/lib/rest/api/v2010/account/message.js'
import { type Exchange, openAccount, type TwilioAccount } from './twilio-account.ts'

/** The messages of an account, in the library's own words. */
export async function openMessages(account: TwilioAccount, exchange: Exchange) {
  const [version, messages] = await Promise.all([
    openAccount(account, exchange),
    import('twilio/lib/rest/api/v2010/account/message.js'),
  ])
  return messages.MessageListInstance(
    version as Parameters<typeof MessageListInstance>[0],
    account.accountSid,
  )
}
