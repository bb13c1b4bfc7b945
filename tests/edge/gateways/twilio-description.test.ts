// time-out: 240 s
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createTwilioRelay } from '../../../edge/gateways/twilio-relay.ts'
import { createTwilioSms, type TwilioSmsOptions } from '../../../edge/gateways/twilio-sms.ts'
import { startPrism } from '../../support/prism.ts'

// Twilio's own OpenAPI description, mocked by Prism, judges our requests.
const prism = await startPrism()
const account = { accountSid: `AC${'a1'.repeat(16)}`, authToken: 'any' }
const sms = { to: '+905321234567', text: 'Merhaba', smsId: '7f9c4d0a-51d7-4a06-9c0e-2b0d8b6a1f11' }

function send(options: Partial<TwilioSmsOptions>) {
  const house = { ...account, publicUrl: 'https://visavis.example', apiUrl: prism.url }
  return createTwilioSms({ ...house, ...options }).send(sms)
}

test('a message from a number fits the description', async () => {
  const outcome = await send({ from: '+15005550006' })
  assert.ok(outcome.outcome === 'accepted', JSON.stringify(outcome))
  assert.match(outcome.sid, /^(SM|MM)[0-9a-f]{32}$/)
})

test('a message from a messaging service fits the description', async () => {
  const outcome = await send({ messagingServiceSid: `MG${'b2'.repeat(16)}` })
  assert.is(outcome.outcome, 'accepted', JSON.stringify(outcome))
})

const malformed: [string, Partial<TwilioSmsOptions>][] = [
  ['a sender that is no messaging service', { messagingServiceSid: 'MG1' }],
  ['an account that is no account', { accountSid: 'AC1', from: '+15005550006' }],
  ['a validity that is no whole number', { from: '+15005550006', validitySeconds: 1.5 }],
]
for (const [what, options] of malformed) {
  test(`${what} does not pass`, async () => {
    assert.equal(await send(options), { outcome: 'refused', code: null, reason: 'rejected' })
  })
}

test('what is asked of its relay fits the description, and its answer is understood', async () => {
  const servers = await createTwilioRelay({ ...account, apiUrl: prism.url }).serversFor('kitchen', 0)
  assert.ok(servers.length > 0)
  for (const { urls } of servers) assert.match(urls[0] ?? '', /^(stun|turn):/)
  assert.ok(servers.some(({ username, credential }) => username && credential))
})

test('a relay asked for an account that is none does not pass', async () => {
  const asking = createTwilioRelay({ ...account, accountSid: 'AC1', apiUrl: prism.url })
  await asking.serversFor('kitchen', 0).then(
    () => assert.unreachable('it passed'),
    (error) => assert.match(String(error), 'no relay, 4'),
  )
})

test('the judge is awake: it refuses a message to nobody, and one without credentials', async () => {
  const url = `${prism.url}/2010-04-01/Accounts/${account.accountSid}/Messages.json`
  const post = async (fields: Record<string, string>, headers: Record<string, string>) =>
    (await fetch(url, { method: 'POST', headers, body: new URLSearchParams(fields) })).status
  const signedIn = { Authorization: `Basic ${btoa(`${account.accountSid}:any`)}` }
  assert.is(await post({ To: '+905321234567', Body: 'x' }, signedIn), 201)
  assert.is(await post({ Body: 'x' }, signedIn), 422)
  assert.is(await post({ To: '+905321234567', Body: 'x' }, {}), 401)
})

test.after(() => prism.close())
test.run()
