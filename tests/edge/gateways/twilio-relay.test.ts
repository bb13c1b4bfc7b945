import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createTwilioRelay, type TwilioRelayOptions } from '../../../edge/gateways/twilio-relay.ts'
import { type FakeAnswer, fakeAccount, startFakeTwilio } from '../../support/fake-twilio.ts'

const twilio = await startFakeTwilio()
const minute = 60_000
const relay = (options: Partial<TwilioRelayOptions> = {}) =>
  createTwilioRelay({ ...fakeAccount, apiUrl: twilio.url, ...options })

const namesOf = (servers: { username?: string }[]) => servers.map(({ username }) => username ?? null)
const refusal = (asked: Promise<unknown>) =>
  asked.then(() => assert.unreachable('it was not refused'), String) as Promise<string>
test.before.each(() => {
  twilio.tokens.length = 0
})

test('a token is servers as a browser takes them, asked for an hour', async () => {
  const turn = { username: 'user1', credential: 'north' }
  assert.equal(await relay().serversFor('kitchen', 0), [
    { urls: ['stun:relay.example:3478'] },
    { urls: ['turn:relay.example:3478?transport=udp'], ...turn },
    { urls: ['turn:relay.example:443?transport=tcp'], ...turn },
  ])
  assert.equal(twilio.tokens, [{ Ttl: '3600' }])
})

test('a token serves every call of a quarter of an hour, then there is a new one', async () => {
  const asked = relay()
  const first = await asked.serversFor('kitchen', 0)
  assert.equal(await asked.serversFor('cellar', 15 * minute - 1), first)
  assert.equal(namesOf(await asked.serversFor('attic', 15 * minute)), [null, 'user2', 'user2'])
  assert.is(twilio.tokens.length, 2)
})

test('calls that begin at once ask once', async () => {
  const asked = relay()
  await Promise.all(['kitchen', 'cellar', 'attic'].map((name) => asked.serversFor(name, 0)))
  assert.is(twilio.tokens.length, 1)
})

test('an old token goes on while Twilio is out, until it is too old to connect with', async () => {
  const asked = relay()
  const first = await asked.serversFor('kitchen', 0)
  twilio.answerNext({ status: 503 }, { status: 503 })
  assert.equal(await asked.serversFor('kitchen', 49 * minute), first)
  assert.match(await refusal(asked.serversFor('kitchen', 50 * minute)), '503')
  assert.equal(namesOf(await asked.serversFor('kitchen', 51 * minute)), [null, 'user4', 'user4'])
})

test('after a failure nobody waits for Twilio again for half a minute', async () => {
  const asked = relay()
  twilio.answerNext({ status: 500 })
  await refusal(asked.serversFor('kitchen', 0))
  await refusal(asked.serversFor('kitchen', 29_999))
  assert.is(twilio.tokens.length, 1)
  assert.is((await asked.serversFor('kitchen', 30_000)).length, 3)
})

const server = (facts: object) => ({ status: 201, json: { ice_servers: [facts] } })
const unusable: [string, FakeAnswer][] = [
  ['a refusal', { status: 401, code: 20003 }],
  ['too many requests', { status: 429, code: 20429 }],
  ['a page of a proxy', { status: 200, html: '<h1>Welcome</h1>' }],
  ['nothing in JSON', { status: 201, json: {} }],
  ['no server', { status: 201, json: { ice_servers: [] } }],
  ['a server without an address', server({ username: 'a', credential: 'b' })],
  ['an address that no browser takes', server({ urls: 'https://relay.example' })],
  ['a redirect', { status: 307, headers: { location: 'https://elsewhere.example' } }],
  ['a connection that was cut', 'cut'],
]
for (const [what, answer] of unusable) {
  test(`${what} is an outage, never a ticket that breaks the call`, async () => {
    twilio.answerNext(answer)
    assert.ok(await refusal(relay().serversFor('kitchen', 0)))
    assert.is(twilio.tokens.length, 1)
  })
}

test('an answer that does not come is given up', async () => {
  twilio.answerNext('hang')
  assert.match(await refusal(relay({ timeoutMs: 1_000 }).serversFor('kitchen', 0)), 'no answer')
})

test('what goes wrong does not say the token of the account', async () => {
  twilio.answerNext({ status: 500 })
  assert.not.match(await refusal(relay().serversFor('kitchen', 0)), new RegExp(fakeAccount.authToken))
})

test.after(() => twilio.close())
test.run()
