// A link is a key to one conversation: what opens it, what does not, and where it never lies.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { lapseOverdue } from '../../../edge/actions/lapse-overdue.ts'
import { hashToken } from '../../../edge/domain/secrets.ts'
import { peerIdOf } from '../../../edge/domain/tickets.ts'
import type { InviteAnswer, Visit } from '../../../edge/domain/wire.ts'
import { strangerContext } from '../../../edge/routes/edge.ts'
import { heartbeatMs } from '../../../edge/routes/event-stream.ts'
import { Caller } from '../../support/caller.ts'
import { readStream } from '../../support/event-stream-reader.ts'
import { type TestEdge, withEdge } from '../../support/house.ts'
import { text } from '../../support/sample-files.ts'
import { active, done, hangUp, invited, opened, ringsFor, stateOf } from '../../support/scenes.ts'
import { placeOf, upload } from '../../support/uploads.ts'
import { testHere } from '../../support/workerd/test-here.ts'

const open = (caller: Caller, token: string) => caller.post<Visit>('/api/visits', { token })
const day = 24 * 3_600_000
const clock = (house: TestEdge) => lapseOverdue(strangerContext(house.edge, { kind: 'clock' }))

test('opening claims the link for this device and begins the job, in one step', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await invited(ayse, { customerName: 'Deniz', message: 'Kartınız', language: 'tr' })
    const customer = house.stranger()
    const { line, ...visit } = done(await open(customer, scene.token))
    assert.is(line?.peerId, peerIdOf(scene.id, 'customer'), 'for the call that they came for')
    assert.equal(visit, {
      conversationId: scene.id,
      state: 'offered',
      language: 'tr',
      customerName: 'Deniz',
      team: 'Visavis',
      inviterName: 'Ayse',
      operatorName: null,
      message: 'Kartınız',
      mayCall: true,
      now: house.edge.clock(),
    })
    assert.equal((await house.types(scene.id)).slice(-2), ['link.opened', 'job.offered'])
    const event = (await house.events(scene.id)).at(-2)
    const [link] = await house.rows('SELECT id, opened_at FROM links')
    assert.equal([event?.actor.kind, event?.data], ['customer', { linkId: link?.id }])
    const now = house.edge.clock()
    assert.is(link?.opened_at, now)
    const [row] = await house.rows('SELECT device_hash, opened_at, waiting_since FROM conversations')
    const device = customer.cookies.get('visavis_device')?.value ?? ''
    assert.equal(row, { device_hash: await hashToken(device), opened_at: now, waiting_since: now })
  }))

const noTicket: Record<string, Partial<TestEdge['edge']>> = {
  'that a relay keeps waiting for': { relay: { serversFor: () => new Promise(() => {}) } },
  'that cannot be had': {
    brokers: {
      addresses: ['wss://one.example/', 'wss://two.example/'],
      isThere: () => {
        throw new Error('nobody knows')
      },
    },
  },
}
for (const [which, means] of Object.entries(noTicket))
  testHere(`a ticket ${which} keeps nobody from opening the link`, () =>
    withEdge(async (house) => {
      const scene = await invited(await house.operator('Ayse'))
      const visit = done(await open(house.stranger(), scene.token))
      assert.is(visit.state, 'offered')
      assert.is(visit.line, undefined)
    }, means),
  )

test('the page is not told the usual sentence of an SMS, which only asks to open it', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await invited(ayse, { message: '', language: 'tr' })
    assert.is(done(await open(house.stranger(), scene.token)).message, '')
  }))

testHere('no GET changes anything, whoever fetches the link', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse)
    const fresh = await invited(ayse)
    const before = await house.dump()
    const paths = new Set(house.api.routes.filter(({ path }) => !path.includes('*')).map(({ path }) => path))
    const filled = [...paths].map((path) =>
      path.replace(':id', scene.id).replace(/:\w+(\{[^}]*\})?/g, 'none'),
    )
    const all = [
      ...filled,
      '/j',
      `/j?token=${fresh.token}`,
      `/api/visits?token=${fresh.token}`,
      '/api/archive?q=a',
    ]
    for (const caller of [house.stranger(), scene.customer, ayse]) {
      for (const path of all) {
        for (const method of ['GET', 'HEAD']) {
          const response = await caller.send(method, path)
          await response.body?.cancel()
          assert.ok(response.status < 500, `${method} ${path} ${response.status}`)
        }
      }
    }
    assert.is(await house.dump(), before)
    assert.is(await stateOf(house, fresh.id), 'invited')
  }),
)

test('the same device may come back, and changes nothing by it', () =>
  withEdge(async (house) => {
    const scene = await opened(house, await house.operator('Ayse'))
    const before = await house.dump()
    assert.is(done(await open(scene.customer, scene.token)).conversationId, scene.id)
    assert.is(await house.dump(), before)
  }))

test('the same device may come back after the end, to rate, for a day', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    done(await scene.customer.post(`/api/visits/${scene.id}/close`))
    house.pass(day)
    assert.is(done(await open(scene.customer, scene.token)).state, 'closed')
    house.pass(1)
    const late = await open(scene.customer, scene.token)
    assert.equal([late.status, late.code], [410, 'link-expired'])
  }))

testHere('for as long as the link opens it, and no longer, the device reads what was said and sent', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const place = placeOf('customer', scene.id)
    const { id } = await upload(scene.customer, place, { bytes: text('a bill'), name: 'bill.txt' })
    const follow = () => scene.customer.send('GET', `${place}/events`)
    const load = () => scene.customer.get(`${place}/attachments/${id}`)
    const open = () => scene.customer.post('/api/visits', { token: scene.token })
    done(await scene.customer.post(`${place}/close`))
    house.pass(day)
    const stream = readStream(await follow())
    await stream.until(({ data }) => data.includes('conversation.closed'))
    assert.equal([(await load()).status, (await open()).status], [200, 200])
    house.pass(1)
    assert.equal([(await load()).status, (await follow()).status, (await open()).status], [404, 404, 410])
    assert.is((await scene.customer.post(`${place}/survey`, { rating: 5 })).status, 404)
    house.pass(heartbeatMs)
    await stream.ended
  }),
)

test('a second device is told that it was opened elsewhere', () =>
  withEdge(async (house) => {
    const scene = await opened(house, await house.operator('Ayse'))
    const before = await house.dump()
    const answer = await open(house.stranger(), scene.token)
    assert.equal([answer.status, answer.code], [409, 'opened-elsewhere'])
    assert.is(await house.dump(), before)
  }))

test('two devices that open at the same moment: one has it', () =>
  withEdge(async (house) => {
    const scene = await invited(await house.operator('Ayse'))
    const answers = await Promise.all(Array.from({ length: 8 }, () => open(house.stranger(), scene.token)))
    assert.equal(answers.map(({ status }) => status).sort(), [200, ...Array(7).fill(409)])
    assert.is((await house.types(scene.id)).filter((type) => type === 'link.opened').length, 1)
  }))

test('the same device that opens twice at the same moment starts one job', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const { customer } = await opened(house, ayse)
    const scene = await invited(ayse)
    const answers = await Promise.all([open(customer, scene.token), open(customer, scene.token)])
    assert.equal(
      answers.map(({ status }) => status),
      [200, 200],
    )
    assert.is((await house.rows('SELECT id FROM jobs WHERE conversation_id = ?', [scene.id])).length, 1)
  }))

test('a forged token opens nothing, whatever it looks like', () =>
  withEdge(async (house) => {
    const scene = await invited(await house.operator('Ayse'))
    const flipped = (scene.token[0] === 'A' ? 'B' : 'A') + scene.token.slice(1)
    const [link] = await house.rows('SELECT id, token_hash FROM links')
    const guesses = [
      '',
      'x',
      flipped,
      scene.token.toLowerCase(),
      `${scene.token} `,
      'A'.repeat(22),
      "' OR 1=1 --",
      String(link?.id),
      String(link?.token_hash),
    ]
    const before = await house.dump()
    for (const guess of guesses) {
      const answer = await open(house.stranger(), guess)
      assert.equal([answer.status, answer.code], [404, 'link-invalid'], guess)
    }
    assert.is(await house.dump(), before)
  }))

for (const hours of [1, 4, 24, 72, 168]) {
  test(`a link of ${hours} hours opens until they are over, and then no more`, () =>
    withEdge(async (house) => {
      const ayse = await house.operator('Ayse')
      const [inTime, late] = [
        await invited(ayse, { lifetimeHours: hours }),
        await invited(ayse, { lifetimeHours: hours }),
      ]
      house.pass(hours * 3_600_000 - 1)
      done(await open(house.stranger(), inTime.token))
      house.pass(1)
      const answer = await open(house.stranger(), late.token)
      assert.equal([answer.status, answer.code], [410, 'link-expired'])
      await clock(house)
      assert.is(await stateOf(house, late.id), 'expired')
      const lapsed = (await house.events(late.id)).at(-1)
      assert.equal([lapsed?.type, lapsed?.actor.kind], ['invite.lapsed', 'clock'])
      assert.is((await open(house.stranger(), late.token)).code, 'link-expired')
    }))
}

test('a withdrawn link says so, and the conversation is over', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await invited(ayse)
    const summary = done(await ayse.post<{ state: string }>(`/api/conversations/${scene.id}/revoke`))
    assert.is(summary.state, 'expired')
    const event = (await house.events(scene.id)).at(-1)
    assert.equal([event?.type, event?.actor.kind], ['invite.revoked', 'operator'])
    assert.is((await house.rows('SELECT revoked_at FROM links'))[0]?.revoked_at, house.edge.clock())
    const before = await house.dump()
    const answer = await open(house.stranger(), scene.token)
    assert.equal([answer.status, answer.code], [410, 'link-withdrawn'])
    assert.is((await ayse.post(`/api/conversations/${scene.id}/revoke`)).code, 'wrong-state')
    assert.is(await house.dump(), before)
  }))

test('withdrawn twice with one key is withdrawn once, and both times answered', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await invited(ayse)
    const key = crypto.randomUUID()
    const send = () => ayse.post(`/api/conversations/${scene.id}/revoke`, {}, { key })
    assert.equal([(await send()).status, (await send()).status], [200, 200])
    assert.is((await house.types(scene.id)).filter((type) => type === 'invite.revoked').length, 1)
  }))

test('a resent link opens on a new phone, in the middle of the conversation, and the old phone is out', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse)
    const again = done(await ayse.post<InviteAnswer>(`/api/conversations/${scene.id}/resend`))
    const token = again.link.split('#')[1] ?? ''
    assert.is.not(token, scene.token)
    const phone = house.stranger()
    const visit = done(await open(phone, token))
    assert.equal([visit.conversationId, visit.state, visit.operatorName], [scene.id, 'active', 'Ayse'])
    assert.is(visit.line?.peerId, peerIdOf(scene.id, 'customer'), 'the call goes on here')
    await hangUp(house, scene)
    assert.is(done(await open(phone, token)).line, undefined, 'nobody waits for a call')
    done(await phone.post(`/api/visits/${scene.id}/messages`, { text: 'here again' }))
    assert.is((await scene.customer.post(`/api/visits/${scene.id}/messages`, { text: 'me too' })).status, 404)
    assert.is((await open(scene.customer, scene.token)).code, 'opened-elsewhere')
    assert.is((await house.rows('SELECT id FROM jobs')).length, 1)
  }))

test('a resent link that the old phone opens is used up by it', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await opened(house, ayse)
    const again = done(await ayse.post<InviteAnswer>(`/api/conversations/${scene.id}/resend`))
    const token = again.link.split('#')[1] ?? ''
    done(await open(scene.customer, token))
    assert.is((await open(house.stranger(), token)).code, 'opened-elsewhere')
  }))

test('of a first and a second link, whichever arrives works', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await invited(ayse)
    done(await ayse.post(`/api/conversations/${scene.id}/resend`))
    const customer = house.stranger()
    done(await open(customer, scene.token))
    assert.is(await ringsFor(house, scene.id), 'Ayse')
  }))

test('a link that lapsed is alive again when a second one was sent in time', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await invited(ayse, { lifetimeHours: 1 })
    house.pass(1_800_000)
    const again = done(await ayse.post<InviteAnswer>(`/api/conversations/${scene.id}/resend`))
    house.pass(1_800_001)
    await clock(house)
    assert.is(await stateOf(house, scene.id), 'invited')
    assert.is((await open(house.stranger(), scene.token)).code, 'link-expired')
    done(await open(house.stranger(), again.link.split('#')[1] ?? ''))
  }))

test('the token, the link and the device lie in no table, and nothing of them in the log', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse)
    const again = done(await ayse.post<InviteAnswer>(`/api/conversations/${scene.id}/resend`))
    await open(house.stranger(), scene.token)
    done(await scene.customer.post(`/api/visits/${scene.id}/messages`, { text: 'hello' }))
    // A fault while a token is in the request must not write it down either.
    await house.change("CREATE TRIGGER no_links BEFORE UPDATE ON links BEGIN SELECT RAISE(ABORT, 'no'); END")
    const token = again.link.split('#')[1] ?? ''
    assert.is((await open(house.stranger(), token)).status, 500)
    const device = scene.customer.cookies.get('visavis_device')?.value ?? 'none'
    const session = ayse.cookies.get('visavis_session')?.value ?? 'none'
    const everything = (await house.dump()) + JSON.stringify(house.logs)
    assert.ok(everything.includes(scene.id) && house.logs.length > 0)
    for (const secret of [scene.token, token, device, session, '/j#'])
      assert.not.ok(everything.includes(secret), secret)
    house.logs.length = 0
  }))

test('a device that never opened anything has no cookie, and an empty one opens nothing', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const nobody = new Caller(house.api)
    nobody.cookies.set('visavis_device', { value: '', path: '/api/visits' })
    assert.is((await nobody.post(`/api/visits/${scene.id}/messages`, { text: 'x' })).status, 404)
  }))

test.run()
