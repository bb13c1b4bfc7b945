// time-out: 180 s
// not on Deno: it starts a workerd wherever it runs
// The API in Cloudflare's workerd, as it is shipped: a real process over a database server. What of the API's tests runs
// there too is in tests/support/runner/suites.ts.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as assert from 'uvu/assert'
import webPush from 'web-push'
import type { AnyEvent } from '../../edge/domain/events.ts'
import type { Inbox, InviteAnswer, LineTicket, Visit } from '../../edge/domain/wire.ts'
import { type Database, openDatabase } from '../../edge/store/database.ts'
import { startBroker } from '../../peer-server/start-broker.ts'
import { Caller } from '../support/caller.ts'
import { type Frame, readStream, type StreamReader } from '../support/event-stream-reader.ts'
import { startPushService } from '../support/fake-push.ts'
import { type FakeTwilio, fakeAccount, startFakeTwilio } from '../support/fake-twilio.ts'
import { freePort } from '../support/free-port.ts'
import { adminEmail, adminPassword } from '../support/house-place.ts'
import { startHouseProcess } from '../support/house-process.ts'
import { type HranaServer, startHrana } from '../support/hrana/start-hrana.ts'
import { testUnless } from '../support/lab/lab-test.ts'
import { done, nextPhone } from '../support/scenes.ts'
import { untilTrue } from '../support/until.ts'
import {
  launchWorker,
  startWorker,
  type WorkerProcess,
  workerEnvironment,
} from '../support/workerd/start-worker.ts'
import { workerAddress } from '../support/workerd/worker-door.ts'
import { workerd } from '../support/workerd/workerd.ts'

const test = testUnless(workerd() ? null : 'there is no workerd for this system on npm')

const authToken = 'the token of the tests'
let folder = ''
let server: HranaServer
let twilio: FakeTwilio
let worker: WorkerProcess
let database: Database

const overThere = () => ({
  DATABASE_AUTH_TOKEN: authToken,
  TWILIO_ACCOUNT_SID: fakeAccount.accountSid,
  TWILIO_AUTH_TOKEN: fakeAccount.authToken,
  TWILIO_FROM: '+15005550006',
  TWILIO_API_URL: twilio.url,
})

test.before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visavis-workerd-'))
  server = await startHrana(join(folder, 'visavis.db'), { authToken })
  twilio = await startFakeTwilio()
  worker = await startWorker(server.url, overThere())
  database = await openDatabase({ url: server.url, authToken })
})
test.after(async () => {
  await worker?.end()
  await database?.close()
  await Promise.all([server?.close(), twilio?.close()])
  await rm(folder, { recursive: true })
})

const proxied = { 'x-forwarded-for': '9.9.9.9' }
const browser = (url = worker.url) =>
  new Caller({
    request: (path, init) => fetch(url + path, { ...init, headers: { ...init.headers, ...proxied } }),
  })

async function signedIn(url = worker.url): Promise<Caller> {
  const admin = browser(url)
  done(await admin.post('/api/session', { email: adminEmail, password: adminPassword }))
  done(await admin.call('PUT', '/api/status', { status: 'online' }))
  return admin
}

async function invite(operator: Caller) {
  const asked = { phone: nextPhone(), assignment: 'direct' }
  return done(await operator.post<InviteAnswer>('/api/invites', asked))
}

async function talk(url = worker.url) {
  const operator = await signedIn(url)
  const { conversationId: id, link } = await invite(operator)
  const customer = browser(url)
  done(await customer.post<Visit>('/api/visits', { token: link.split('#')[1] }))
  const [job] = await database.all('SELECT id FROM jobs WHERE conversation_id = ?', [id])
  done(await operator.post(`/api/jobs/${job?.id}/accept`))
  return { id, operator, customer }
}

const end = (operator: Caller, id: string) =>
  operator.post(`/api/conversations/${id}/archive`, { reason: 'resolved' })

async function streamOf(reader: Caller, path: string, after = 0): Promise<StreamReader> {
  const headers = { 'last-event-id': String(after) }
  const stream = readStream(await reader.send('GET', path, undefined, { headers }))
  await stream.until(({ comment }) => comment === 'ready')
  return stream
}

const says = (text: string) => (frame: Frame) => frame.data.includes(JSON.stringify(text))

test('the first request makes the tables and the administrator; what was said before is there after a new start', async () => {
  assert.equal(done(await browser().get('/healthz')), { status: 'ok', bus: 'polling' })
  const { id, operator, customer } = await talk()
  done(await customer.post(`/api/visits/${id}/messages`, { text: 'before' }))
  await worker.end()
  worker = await startWorker(server.url, { ...overThere(), SECRET: workerEnvironment(0, '').SECRET ?? '' })
  const again = await signedIn()
  const { conversations } = done(await again.get<Inbox>('/api/inbox'))
  assert.ok(conversations.some((one) => one.id === id))
  done(await end(again, id))
  assert.ok(operator)
})

test('a stream brings what other requests wrote, signs of the moment too, and goes on from where it was', async () => {
  const { id, operator, customer } = await talk()
  const stream = await streamOf(operator, '/api/events')
  done(await customer.post(`/api/visits/${id}/messages`, { text: 'good morning' }))
  const heard = await stream.until(says('good morning'))
  done(await customer.post(`/api/visits/${id}/typing`))
  await stream.until(({ event, data }) => event === 'signal' && data.includes('typing'))
  await stream.leave()
  done(await customer.post(`/api/visits/${id}/messages`, { text: 'while nobody listened' }))
  const later = await streamOf(operator, '/api/events', Number(heard.id))
  await later.until(says('while nobody listened'))
  assert.not.ok(later.frames.some(says('good morning')))
  await later.leave()
  done(await end(operator, id))
})

test('an instance on Node over the same database and a worker hear each other', async () => {
  const house = await startHouseProcess({
    DATABASE_URL: server.url,
    DATABASE_AUTH_TOKEN: authToken,
    SECRET: workerEnvironment(0, '').SECRET ?? '',
  })
  const { id, operator, customer } = await talk()
  const [here, there] = await Promise.all([
    streamOf(operator, '/api/events'),
    streamOf(await signedIn(house.url), '/api/events'),
  ])
  done(await customer.post(`/api/visits/${id}/messages`, { text: 'to a worker' }))
  const elsewhere = browser(house.url)
  for (const [name, cookie] of customer.cookies) elsewhere.cookies.set(name, cookie)
  done(await elsewhere.post(`/api/visits/${id}/messages`, { text: 'to Node' }))
  await Promise.all([here.until(says('to Node')), there.until(says('to a worker'))])
  await Promise.all([here.leave(), there.leave()])
  done(await end(operator, id))
  await house.end()
})

test('an SMS is on its way when its invite was answered, and Twilio is believed by its signature', async () => {
  const operator = await signedIn()
  const before = twilio.messages.length
  const { conversationId: id, link } = await invite(operator)
  await untilTrue('Twilio has it', () => twilio.messages.length > before)
  const message = twilio.messages.at(-1)
  assert.ok(message?.body.endsWith(link))
  const state = async () =>
    (await database.all('SELECT id, state FROM sms WHERE conversation_id = ?', [id]))[0] ?? {}
  await untilTrue('it is written down', async () => (await state()).state === 'sent')
  const { id: sms } = await state()
  assert.is((await twilio.sendStatus(worker.url, String(sms), message?.sid ?? '', 'delivered')).status, 204)
  assert.is((await state()).state, 'delivered')
  const unsigned = {
    method: 'POST',
    body: new URLSearchParams({ MessageSid: 'SM1', MessageStatus: 'failed' }),
  }
  assert.is((await fetch(`${worker.url}/api/twilio/status`, unsigned)).status, 404)
  done(await operator.post(`/api/conversations/${id}/revoke`))
})

test('a push that is encrypted and signed there is taken and read by an implementation that nobody here wrote', async () => {
  const service = await startPushService()
  const vapid = webPush.generateVAPIDKeys()
  const subscription = await service.subscribe(vapid.publicKey)
  const notice = { v: 1, kind: 'test', tag: 'test', lang: 'tr', title: 'Merhaba', body: 'Şu an çalışıyor' }
  const push = {
    ...subscription,
    text: JSON.stringify(notice),
    ttlSeconds: 30,
    isUrgent: true,
    topic: 'a'.repeat(32),
  }
  const body = JSON.stringify({ push, vapid, service: service.url })
  const sent = await fetch(`${await workerAddress()}/send-push`, { method: 'POST', body })
  assert.equal(await sent.json(), { outcome: 'accepted' })
  assert.equal(service.notices(subscription).at(-1), notice)
  await service.close()
})

test('the clock runs while a stream is open: what is overdue lapses without a request', async () => {
  const operator = await signedIn()
  const { conversationId: id } = await invite(operator)
  const stream = await streamOf(operator, '/api/events')
  await database.write((transaction) =>
    transaction.run('UPDATE links SET expires_at = 1 WHERE conversation_id = ?', [id]),
  )
  const lapsed = ({ data }: Frame) => data.startsWith('{"seq"') && isLapse(JSON.parse(data) as AnyEvent, id)
  await stream.until(lapsed)
  await stream.leave()
})

test('with its database away it says so; it needs nothing to be well again', async () => {
  const { port } = server
  await server.close()
  const [health, api] = [await browser().get('/healthz'), await browser().get('/api/session')]
  assert.is(health.status, 503)
  assert.is(api.status, 503)
  server = await startHrana(join(folder, 'visavis.db'), { authToken, port })
  assert.is((await browser().get('/healthz')).status, 200)
})

test('of two brokers the next one is named when the first is gone', async () => {
  const config = {
    host: '127.0.0.1',
    secret: workerEnvironment(0, '').SECRET ?? '',
    publicOrigin: 'http://x',
  }
  const running = await Promise.all(
    [await freePort(), await freePort()].map(async (port) => ({
      address: `ws://127.0.0.1:${port}/peer`,
      broker: await startBroker({ ...config, port, metricsToken: null }),
    })),
  )
  const addresses = running.map(({ address }) => address)
  const other = await startWorker(server.url, { ...overThere(), PEER_SERVERS: addresses.join() })
  const { id, customer } = await talk(other.url)
  const first = async () => done(await customer.post<LineTicket>(`/api/visits/${id}/line`)).brokers[0]
  const before = await first()
  await running.find(({ address }) => address === before)?.broker.end()
  await untilTrue('the other one is named', async () => (await first()) !== before)
  assert.ok(addresses.includes((await first()) ?? ''))
  await Promise.all([other.end(), ...running.map(({ broker }) => broker.end())])
})

test('a token that the database does not know is said to be one', async () => {
  const other = await startWorker(server.url, { DATABASE_AUTH_TOKEN: 'another' })
  assert.equal((await browser(other.url).get('/healthz')).body, {
    status: 'database unavailable',
    reason:
      'The database server does not accept the token in DATABASE_AUTH_TOKEN, or wants one and got none.',
  })
  await other.end()
})

test('it refuses to start with what cannot work there, every fault named at once', async () => {
  const port = await freePort()
  const wrong = { DATABASE_URL: 'file:visavis.db', NATS_URL: 'nats://127.0.0.1:4222', LOG_LEVEL: 'loud' }
  const other = await launchWorker(port, { ...wrong, PEER_SERVERS: '/peer' })
  assert.is.not(await other.code, 0)
  for (const name of [
    ...Object.keys(wrong),
    ...['PEER_SERVERS', 'SECRET', 'VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY', 'S3_BUCKET', 'TRUSTED_PROXIES'],
  ])
    assert.ok(other.said().includes(name), name)
})

test.run()

const isLapse = (event: AnyEvent, id: string) => event.type === 'invite.lapsed' && event.conversationId === id
