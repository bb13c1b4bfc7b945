import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readIncomingMessage, readStatusCallback } from '../../../edge/gateways/twilio-callback.ts'
import { fakeAccount, signTwilioForm, startFakeTwilio } from '../../support/fake-twilio.ts'

const authToken = 'token'
const smsId = '7f9c4d0a-51d7-4a06-9c0e-2b0d8b6a1f11'
const statusUrl = `https://visavis.example/api/twilio/status?sms=${smsId}`
const incomingUrl = 'https://visavis.example/api/twilio/incoming'

function report(form: Record<string, string>, url = statusUrl) {
  return readStatusCallback({ authToken, url, form, signature: signTwilioForm(url, form, authToken) })
}

function incoming(form: Record<string, string>) {
  const signature = signTwilioForm(incomingUrl, form, authToken)
  return readIncomingMessage({ authToken, url: incomingUrl, form, signature })
}

const delivered = { MessageSid: 'SM1', MessageStatus: 'delivered', To: '+905321234567' }

test("the published vector of Twilio's libraries holds, for the library and for our own signer", () => {
  // twilio-node, spec/validation.spec.js
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2'
  const form = {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  }
  const signature = 'RSOYDt4T1cUTdK1PDd93/VVr8B8='
  assert.is(signTwilioForm(url, form, '12345'), signature)
  assert.is(webhooks.validateRequest('12345', signature, url, form), true)
})

test('a signed report is read, with our own id from the address', () => {
  assert.equal(report(delivered), { sid: 'SM1', smsId, status: 'delivered', errorCode: null })
  const failed = { MessageSid: 'SM1', MessageStatus: 'undelivered', ErrorCode: '30003' }
  assert.equal(report(failed), { sid: 'SM1', smsId, status: 'undelivered', errorCode: 30003 })
})

test('a report without our id, or with one that is none of ours, is still a report', () => {
  assert.is(report(delivered, 'https://visavis.example/api/twilio/status')?.smsId, null)
  assert.is(report(delivered, 'https://visavis.example/api/twilio/status?sms=../../x')?.smsId, null)
})

const words: [string, string][] = [
  ['accepted', 'queued'],
  ['scheduled', 'queued'],
  ['queued', 'queued'],
  ['sending', 'sending'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['undelivered', 'undelivered'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
  ['constructor', 'queued'],
  ['a word of next year', 'queued'],
]
for (const [word, status] of words) {
  test(`Twilio's "${word}" is our ${status}`, () => {
    assert.is(report({ MessageSid: 'SM1', MessageStatus: word })?.status, status)
  })
}

test('a report is refused unsigned, with another signature, from another token, or changed on the way', () => {
  const signature = signTwilioForm(statusUrl, delivered, authToken)
  const read = (change: object) =>
    readStatusCallback({ authToken, url: statusUrl, form: delivered, signature, ...change })
  assert.ok(read({}))
  for (const forged of [
    null,
    undefined,
    '',
    'x',
    `${signature}=`,
    signTwilioForm(statusUrl, delivered, 'other'),
  ]) {
    assert.is(read({ signature: forged }), null, String(forged))
  }
  assert.is(read({ form: { ...delivered, MessageStatus: 'failed' } }), null)
  assert.is(read({ form: { ...delivered, Extra: '1' } }), null)
  assert.is(read({ url: statusUrl.replace(smsId, 'another') }), null)
  assert.is(read({ url: statusUrl.replace('visavis', 'elsewhere') }), null)
})

test('a report about no message is refused, even when signed', () => {
  assert.is(report({ MessageStatus: 'delivered' }), null)
})

const replies: [Record<string, string>, string | null][] = [
  [{ Body: 'Dur', OptOutType: 'STOP' }, 'stop'],
  [{ Body: 'Başla', OptOutType: 'START' }, 'start'],
  [{ Body: 'Help', OptOutType: 'HELP' }, null],
  [{ Body: ' stop ' }, 'stop'],
  [{ Body: 'Unsubscribe' }, 'stop'],
  [{ Body: 'UNSTOP' }, 'start'],
  [{ Body: 'Stop please' }, null],
  [{ Body: 'Thank you' }, null],
  [{}, null],
]
for (const [form, optOut] of replies) {
  test(`the reply ${JSON.stringify(form)} means ${optOut ?? 'nothing'}`, () => {
    assert.equal(incoming({ From: '+905321234567', ...form }), { from: '+905321234567', optOut })
  })
}

test('a reply that is not signed, or comes from no number, is refused', () => {
  const form = { From: '+905321234567', Body: 'STOP' }
  assert.is(readIncomingMessage({ authToken, url: incomingUrl, form, signature: 'x' }), null)
  assert.is(incoming({ From: 'BANK', Body: 'STOP' }), null)
  assert.is(incoming({ Body: 'STOP' }), null)
})

test('what the fake posts over HTTP arrives as signed', async () => {
  const seen: unknown[] = []
  const house = createServer(async (request, response) => {
    const form = Object.fromEntries(new URLSearchParams(await text(request)))
    const signature = String(request.headers['x-twilio-signature'])
    const signed = { authToken: fakeAccount.authToken, url: `${publicUrl}${request.url}`, form, signature }
    seen.push(request.url?.includes('status') ? readStatusCallback(signed) : readIncomingMessage(signed))
    response.end()
  })
  await once(house.listen(0, '127.0.0.1'), 'listening')
  const publicUrl = `http://127.0.0.1:${(house.address() as AddressInfo).port}`
  const twilio = await startFakeTwilio()
  await twilio.sendStatus(publicUrl, smsId, 'SM1', 'undelivered', 30003)
  await twilio.sendIncoming(publicUrl, '+905321234567', 'Görüşmek istemiyorum & dur', 'STOP')
  await twilio.close()
  house.closeAllConnections()
  house.close()
  assert.equal(seen, [
    { sid: 'SM1', smsId, status: 'undelivered', errorCode: 30003 },
    { from: '+905321234567', optOut: 'stop' },
  ])
})

test.run()
