import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { SmsOutcome } from '../../../edge/gateways/sms.ts'
import { createTwilioSms, type TwilioSmsOptions } from '../../../edge/gateways/twilio-sms.ts'
import { type FakeAnswer, fakeAccount, startFakeTwilio } from '../../support/fake-twilio.ts'

const smsId = '7f9c4d0a-51d7-4a06-9c0e-2b0d8b6a1f11'
const sms = { to: '+905321234567', text: 'Görüşme için: https://visavis.example/j#abc', smsId }
const twilio = await startFakeTwilio()

function gateway(options: Partial<TwilioSmsOptions> = {}) {
  const house = { ...fakeAccount, from: '+15005550006', publicUrl: 'https://visavis.example' }
  return createTwilioSms({ ...house, apiUrl: twilio.url, ...options })
}

async function sendAgainst(answer: FakeAnswer, options?: Partial<TwilioSmsOptions>): Promise<SmsOutcome> {
  twilio.answerNext(answer)
  return gateway(options).send(sms)
}

test('a message that Twilio takes is accepted with its SID', async () => {
  const outcome = await gateway().send(sms)
  const message = twilio.messages.at(-1)
  assert.equal(outcome, { outcome: 'accepted', sid: message?.sid })
  assert.equal(message?.form, {
    From: '+15005550006',
    To: '+905321234567',
    Body: sms.text,
    ValidityPeriod: '3600',
    StatusCallback: `https://visavis.example/api/twilio/status?sms=${smsId}`,
  })
})

test('a messaging service goes before a number', async () => {
  await gateway({ messagingServiceSid: `MG${'1'.repeat(32)}`, validitySeconds: 600 }).send(sms)
  const form = twilio.messages.at(-1)?.form
  assert.is(form?.MessagingServiceSid, `MG${'1'.repeat(32)}`)
  assert.is(form?.From, undefined)
  assert.is(form?.ValidityPeriod, '600')
})

test('without a sender there is no gateway', () => {
  assert.throws(
    () => createTwilioSms({ ...fakeAccount, publicUrl: 'https://visavis.example' }),
    /messaging service/,
  )
})

for (const publicUrl of [
  'http://visavis.example',
  'http://localhost:8787',
  'https://localhost',
  'https://visavis.local',
  'https://192.168.1.20',
  'https://[::1]:8787',
  'https://vis_a_vis.example',
]) {
  test(`${publicUrl} is not given to Twilio to call back, and the message still goes`, async () => {
    const { outcome } = await gateway({ publicUrl }).send(sms)
    assert.is(outcome, 'accepted')
    assert.is(twilio.messages.at(-1)?.statusCallback, null)
  })
}

const failing = (cause: Error) => async () => Promise.reject(new TypeError('fetch failed', { cause }))

const refusals: [number, number, string][] = [
  [400, 21610, 'opted-out'],
  [400, 21211, 'invalid-number'],
  [400, 21614, 'invalid-number'],
  [400, 21408, 'not-allowed'],
  [400, 21617, 'rejected'],
  [401, 20003, 'rejected'],
]
for (const [status, code, reason] of refusals) {
  test(`${code} is a refusal for good: ${reason}`, async () => {
    assert.equal(await sendAgainst({ status, code }), { outcome: 'refused', code, reason })
  })
}

test('wrong credentials are refused, and no message is taken', async () => {
  const before = twilio.messages.length
  const outcome = await gateway({ authToken: 'wrong' }).send(sms)
  assert.equal(outcome, { outcome: 'refused', code: 20003, reason: 'rejected' })
  assert.is(twilio.messages.length, before)
})

test('too many requests are tried again when Twilio says', async () => {
  const headers = { 'retry-after': '7' }
  assert.equal(await sendAgainst({ status: 429, code: 20429, headers }), {
    outcome: 'retry',
    afterSeconds: 7,
  })
  assert.equal(await sendAgainst({ status: 429, html: 'Slow down' }), {
    outcome: 'retry',
    afterSeconds: null,
  })
  assert.equal(await sendAgainst({ status: 400, code: 20429 }), { outcome: 'retry', afterSeconds: null })
})

test('Retry-After may be a date, past or future, or nonsense', async () => {
  const at = (ms: number) => ({ 'retry-after': new Date(Date.now() + ms).toUTCString() })
  const soon = await sendAgainst({ status: 503, headers: at(3_600_000) })
  assert.ok(soon.outcome === 'retry' && soon.afterSeconds !== null)
  assert.ok(soon.afterSeconds > 3_540 && soon.afterSeconds <= 3_600, `${soon.afterSeconds}`)
  const past = await sendAgainst({ status: 503, headers: at(-3_600_000) })
  assert.equal(past, { outcome: 'retry', afterSeconds: 0 })
  const never = await sendAgainst({ status: 503, headers: { 'retry-after': 'soon' } })
  assert.equal(never, { outcome: 'retry', afterSeconds: null })
})

for (const status of [500, 502, 503]) {
  test(`a ${status} is tried again, whether it speaks JSON or HTML`, async () => {
    const retry = { outcome: 'retry', afterSeconds: null }
    assert.equal(await sendAgainst({ status, code: 20500 }), retry)
    assert.equal(await sendAgainst({ status, html: '<h1>Bad gateway</h1>' }), retry)
  })
}

test('a 2xx that nobody can read may have been a message', async () => {
  assert.equal(await sendAgainst({ status: 200, html: '<h1>Welcome to the hotel</h1>' }), {
    outcome: 'unknown',
  })
  assert.equal(await sendAgainst({ status: 201, html: '{}' }), { outcome: 'unknown' })
  assert.equal(await sendAgainst({ status: 201, html: 'null' }), { outcome: 'unknown' })
})

test('a page of a proxy that refuses us is a refusal without a code', async () => {
  const outcome = await sendAgainst({ status: 403, html: '<h1>Forbidden</h1>' })
  assert.equal(outcome, { outcome: 'refused', code: null, reason: 'rejected' })
})

test('a redirect is not followed, so the credentials go nowhere else', async () => {
  const before = twilio.messages.length
  const headers = { location: `${twilio.url}/2010-04-01/Accounts/${fakeAccount.accountSid}/Messages.json` }
  const outcome = await sendAgainst({ status: 307, headers })
  assert.equal(outcome, { outcome: 'refused', code: null, reason: 'rejected' })
  assert.is(twilio.messages.length, before + 1)
})

test('after a time-out nobody knows, and nothing is sent twice', async () => {
  const before = twilio.messages.length
  assert.equal(await sendAgainst('hang', { timeoutMs: 1_000 }), { outcome: 'unknown' })
  assert.is(twilio.messages.length, before + 1)
})

test('after a connection cut behind the request nobody knows, and nothing is sent twice', async () => {
  const before = twilio.messages.length
  assert.equal(await sendAgainst('cut'), { outcome: 'unknown' })
  assert.is(twilio.messages.length, before + 1)
})

test('an answer that stops in the middle leaves a 201 unknown', async () => {
  const half = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      socket.write('HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n{"sid":', () => socket.destroy())
    })
  }).listen(0, '127.0.0.1')
  await once(half, 'listening')
  const apiUrl = `http://127.0.0.1:${(half.address() as AddressInfo).port}`
  assert.equal(await gateway({ apiUrl }).send(sms), { outcome: 'unknown' })
  half.close()
})

test('where nobody listens, nothing was sent', async () => {
  const gone = createServer().listen(0, '127.0.0.1')
  await once(gone, 'listening')
  const { port } = gone.address() as AddressInfo
  gone.close()
  await once(gone, 'close')
  const retry = { outcome: 'retry', afterSeconds: null }
  assert.equal(await gateway({ apiUrl: `http://127.0.0.1:${port}` }).send(sms), retry)
  assert.equal(await gateway({ apiUrl: `http://localhost:${port}` }).send(sms), retry)
})

test('a name that does not resolve and a certificate that nobody trusts send nothing', async () => {
  const retry = { outcome: 'retry', afterSeconds: null }
  const name = Object.assign(new Error('getaddrinfo ENOTFOUND'), {
    code: 'ENOTFOUND',
    syscall: 'getaddrinfo',
  })
  assert.equal(await gateway({ fetch: failing(name) }).send(sms), retry)
  const trust = Object.assign(new Error('certificate has expired'), { code: 'CERT_HAS_EXPIRED' })
  assert.equal(await gateway({ fetch: failing(trust) }).send(sms), retry)
})

test('a host of two addresses was not reached only when both failed to connect', async () => {
  const failed = (syscall: string) => Object.assign(new Error(syscall), { code: 'ECONNRESET', syscall })
  const trying = (...errors: Error[]) => gateway({ fetch: failing(new AggregateError(errors)) }).send(sms)
  assert.is((await trying(failed('connect'), failed('connect'))).outcome, 'retry')
  assert.is((await trying(failed('connect'), failed('read'))).outcome, 'unknown')
})

test("Deno's words for a failed connection are understood, and its others are not guessed at", async () => {
  const saying = (words: string) => async () => Promise.reject(new TypeError(words))
  const refused =
    'error sending request for url (https://x/): client error (Connect): Connection refused (os error 111)'
  assert.is((await gateway({ fetch: saying(refused) }).send(sms)).outcome, 'retry')
  const lost = 'error sending request for url (https://x/): client error (SendRequest): connection closed'
  assert.is((await gateway({ fetch: saying(lost) }).send(sms)).outcome, 'unknown')
})

test('neither text nor token reaches the console', async () => {
  const said: unknown[] = []
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const
  const before = methods.map((method) => console[method])
  for (const method of methods) console[method] = (...words: unknown[]) => void said.push(...words)
  await gateway().send(sms)
  await sendAgainst({ status: 400, code: 21211 })
  methods.forEach((method, i) => {
    console[method] = before[i] ?? console[method]
  })
  assert.equal(said, [])
})

test.after(() => twilio.close())
test.run()
