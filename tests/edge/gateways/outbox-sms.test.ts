import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createOutboxSms } from '../../../edge/gateways/outbox-sms.ts'

test('the outbox sends nothing and says that the message is to be shown', async () => {
  const outbox = createOutboxSms()
  assert.is(outbox.kind, 'outbox')
  assert.equal(await outbox.send({ to: '+905321234567', text: 'Merhaba', smsId: '1' }), { outcome: 'shown' })
})

test.run()
