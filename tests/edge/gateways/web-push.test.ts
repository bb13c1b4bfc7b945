import { createECDH } from 'node:crypto'
import { createRequire } from 'node:module'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import webPush from 'web-push'
import type { OutgoingPush } from '../../../edge/gateways/push.ts'
import { createWebPush, type WebPushOptions } from '../../../edge/gateways/web-push.ts'
import { type ServiceAnswer, startPushService } from '../../support/fake-push.ts'

const vapid = webPush.generateVAPIDKeys()
const service = await startPushService()
const subscription = await service.subscribe(vapid.publicKey)
const notice = { v: 1, kind: 'test', tag: 'test', lang: 'tr', title: 'Merhaba', body: 'Şu an çalışıyor' }
const push: OutgoingPush = {
  ...subscription,
  text: JSON.stringify(notice),
  ttlSeconds: 30,
  isUrgent: true,
  topic: 'a'.repeat(32),
}
const lines: Record<string, unknown>[] = []

function gateway(over: Partial<WebPushOptions> = {}) {
  lines.length = 0
  const log = (line: Record<string, unknown>) => void lines.push(line)
  return createWebPush({ vapid, subject: 'mailto:admin@example.org', log, fetch: service.fetch, ...over })
}

function sendAgainst(answer: ServiceAnswer, over?: Partial<WebPushOptions>) {
  service.answerNext(answer)
  return gateway(over).send(push)
}

test('another implementation decrypts what we encrypted, and takes our signature', async () => {
  assert.equal(await gateway().send(push), { outcome: 'accepted' })
  assert.equal(service.notices(subscription).at(-1), notice)
  const { ttl, urgency, topic, ...headers } = service.requests.at(-1) ?? {}
  assert.equal([ttl, urgency, topic], ['30', 'high', 'a'.repeat(32)])
  assert.is(headers['content-encoding'], 'aes128gcm')
  assert.equal(lines, [])
})

test('the signature is for this push service, for half a day, and says whom to write to', async () => {
  await gateway().send(push)
  const [, token = ''] = /^vapid t=([^,]+)/.exec(service.requests.at(-1)?.authorization ?? '') ?? []
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  assert.equal([claims.aud, claims.sub], ['https://push.example.org', 'mailto:admin@example.org'])
  assert.ok(claims.exp * 1_000 - Date.now() < 24 * 3_600_000)
})

test('nothing of what is said can be read on the way', async () => {
  let body = ''
  await gateway({
    fetch: async (_, init) => {
      body = Buffer.from(init?.body as Uint8Array).toString('latin1')
      return new Response(null, { status: 201 })
    },
  }).send(push)
  assert.ok(body.length > 100)
  assert.not.match(body, /Merhaba|title/)
})

/** RFC 8291, appendix A. */
const example = {
  plaintext: 'When I grow up, I want to be a watermelon',
  privateKey: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  authSecret: 'BTBZMqHH6r4Tts7J_aSIgg',
  body:
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_' +
    'yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
}

test('what we encrypt with gives the example of RFC 8291, byte by byte', () => {
  const ofLibrary = createRequire(createRequire(import.meta.url).resolve('web-push'))
  const privateKey = createECDH('prime256v1')
  privateKey.setPrivateKey(example.privateKey, 'base64url')
  const { dh, salt, authSecret } = example
  const sealed = ofLibrary('http_ece').encrypt(Buffer.from(example.plaintext), {
    version: 'aes128gcm',
    ...{ dh, salt, authSecret, privateKey },
  }) as Buffer
  assert.is(sealed.toString('base64url'), example.body)
})

const answers: [ServiceAnswer, object][] = [
  [{ status: 200 }, { outcome: 'accepted' }],
  [{ status: 202 }, { outcome: 'accepted' }],
  [{ status: 404 }, { outcome: 'gone' }],
  [{ status: 410 }, { outcome: 'gone' }],
  [{ status: 413 }, { outcome: 'too-large' }],
  [{ status: 400 }, { outcome: 'refused' }],
  [{ status: 401 }, { outcome: 'keys-refused' }],
  [{ status: 403 }, { outcome: 'keys-refused' }],
  [{ status: 429 }, { outcome: 'retry', afterSeconds: null }],
  [
    { status: 429, headers: { 'retry-after': '7' } },
    { outcome: 'retry', afterSeconds: 7 },
  ],
  [
    { status: 429, headers: { 'retry-after': 'tomorrow' } },
    { outcome: 'retry', afterSeconds: null },
  ],
  [{ status: 500 }, { outcome: 'retry', afterSeconds: null }],
  [
    { status: 503, headers: { 'retry-after': '2' } },
    { outcome: 'retry', afterSeconds: 2 },
  ],
]
for (const [answer, outcome] of answers) {
  test(`an answer of ${JSON.stringify(answer)} means ${JSON.stringify(outcome)}`, async () => {
    assert.equal(await sendAgainst(answer), outcome)
  })
}

test('a date to come back at is kept to', async () => {
  const headers = { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() }
  const outcome = await sendAgainst({ status: 429, headers })
  assert.ok(outcome.outcome === 'retry' && Math.abs((outcome.afterSeconds ?? 0) - 3_600) <= 60)
})

test('a redirect leads nowhere: it might lead into the house', async () => {
  const before = service.requests.length
  for (const status of [301, 302, 307, 308]) {
    const headers = { location: 'http://169.254.169.254/latest/meta-data' }
    assert.equal(await sendAgainst({ status, headers }), { outcome: 'refused' })
  }
  assert.is(service.requests.length, before + 4)
})

test('a service that hangs is left, and tried again later', async () => {
  assert.equal(await sendAgainst('hang', { timeoutMs: 50 }), { outcome: 'retry', afterSeconds: null })
})

test('the log says which service and what it answered, and never the endpoint or the words', async () => {
  await sendAgainst({ status: 403 })
  assert.equal(lines, [
    { level: 'error', what: 'push refused our VAPID keys', host: 'push.example.org', cause: 403 },
  ])
  await sendAgainst('hang', { timeoutMs: 50 })
  await sendAgainst({ status: 500 })
  const said = JSON.stringify(lines)
  assert.not.match(said, new RegExp(`${new URL(push.endpoint).pathname.slice(1)}|Merhaba`))
})

test('a key that nothing can be encrypted for is an outcome, too', async () => {
  const outcome = await gateway().send({ ...push, p256dh: 'AAAA' })
  assert.is(outcome.outcome, 'refused')
})

test.after(() => service.close())
test.run()
