// time-out: 120 s
// The shipped Caddyfile before a real house: https, streams that are not held back, sockets, and a restart nobody sees.

import { once } from 'node:events'
import * as assert from 'uvu/assert'
import WebSocket from 'ws'
import type { AnyEvent } from '../../edge/domain/events.ts'
import type { InviteAnswer, LineTicket, Me } from '../../edge/domain/wire.ts'
import { addressOf } from '../peer-server/broker-harness.ts'
import { type Caddy, startCaddy } from '../support/caddy.ts'
import { Caller } from '../support/caller.ts'
import { readStream } from '../support/event-stream-reader.ts'
import { freePort } from '../support/free-port.ts'
import { adminEmail, adminPassword } from '../support/house-place.ts'
import { type HouseProcess, startHouseProcess } from '../support/house-process.ts'
import { isInstalled } from '../support/lab/hindrance.ts'
import { testUnless } from '../support/lab/lab-test.ts'
import { done } from '../support/scenes.ts'

const test = testUnless((await isInstalled('caddy')) ? null : 'caddy is not installed (Debian package caddy)')

let house: HouseProcess
let caddy: Caddy
let site = ''

test.before(async () => {
  const port = await freePort()
  site = `https://localhost:${port}`
  house = await startHouseProcess({ PUBLIC_URL: site, TRUSTED_PROXIES: '1' })
  caddy = await startCaddy(port, new URL(house.url).host)
})

test.after(async () => {
  await caddy?.end()
  await house?.end()
})

const browser = () => new Caller(caddy)

async function signedIn(): Promise<Caller> {
  const admin = browser()
  done(await admin.post<Me>('/api/session', { email: adminEmail, password: adminPassword }))
  return admin
}

test('people come by https, with cookies that go nowhere else, and find no metrics', async () => {
  const page = await caddy.request('/', {})
  assert.is(page.status, 200)
  assert.match(await page.text(), /<html/)
  assert.match(page.headers.get('strict-transport-security') ?? '', /max-age=\d{8}/)
  const session = await browser().send('POST', '/api/session', { email: adminEmail, password: adminPassword })
  assert.match(session.headers.getSetCookie().join(), /Secure/)
  assert.is((await caddy.request('/metrics', {})).status, 404)
  assert.is((await fetch(`${house.url}/metrics`)).status, 404, 'behind a proxy the token alone opens it')
})

test('what is said arrives on the open stream, while it stays open', async () => {
  const admin = await signedIn()
  done(await admin.call('PUT', '/api/status', { status: 'online' }))
  const stream = readStream(await admin.send('GET', '/api/events'))
  await stream.until(({ comment }) => comment === 'ready')
  const { link } = done(
    await admin.post<InviteAnswer>('/api/invites', { phone: '+905329998877', assignment: 'direct' }),
  )
  const customer = browser()
  done(await customer.post('/api/visits', { token: link.split('#')[1] }))
  const types = (data: string) => (data ? (JSON.parse(data) as AnyEvent).type : '')
  await stream.until(({ event, data }) => event === 'message' && types(data) === 'job.offered')
  await stream.leave()
})

test('a browser reaches the broker by its socket', async () => {
  const admin = await signedIn()
  const { conversationId, link } = done(
    await admin.post<InviteAnswer>('/api/invites', { phone: '+905329998878', assignment: 'direct' }),
  )
  const customer = browser()
  done(await customer.post('/api/visits', { token: link.split('#')[1] }))
  const ticket = done(await customer.post<LineTicket>(`/api/visits/${conversationId}/line`))
  const address = addressOf(ticket.peerId, ticket.token)
  const socket = new WebSocket(`${site.replace('https', 'wss')}${address}`, { origin: site, ca: caddy.ca })
  const [frame] = await once(socket, 'message')
  assert.is(JSON.parse(String(frame)).type, 'OPEN')
  socket.close()
  await once(socket, 'close')
})

test('while the house is started again, whoever reads waits instead of failing', async () => {
  const admin = await signedIn()
  await house.terminate()
  const asked = Array.from({ length: 8 }, () => admin.get<Me>('/api/session'))
  await house.startAgain()
  for (const answer of await Promise.all(asked)) done(answer)
})

test.run()
