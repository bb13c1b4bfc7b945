// Variants for lines that the customer is not told of. Whoever shows these imports this file.

import { addVariants } from './system-line.ts'

addVariants({
  'sms.progressed': ({ data }) => `sms.${data.state}`,
  'sms.failed': ({ data }) => `sms.${data.state}`,
  'visit.progressed': ({ type, data }) => `${type}.${data.step}`,
  'conversation.invited': ({ type, data }) => (data.again ? `${type}.again` : type),
})
