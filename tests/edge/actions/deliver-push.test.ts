// Jobs by push: told in the offer's own transaction, answered by the same compare-and-set, withdrawn when it is over.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { lapseOverdue } from '../../../edge/actions/lapse-overdue.ts'
import { strangerContext } from '../../../edge/routes/edge.ts'
import type { Operator } from '../../support/house.ts'
import { type Device, type PushHouse, proven, subscribed, withPush } from '../../support/push-scenes.ts'
import { active, done, jobOf, opened, ringsFor } from '../../support/scenes.ts'

const tick = (house: PushHouse) => lapseOverdue(strangerContext(house.edge, { kind: 'clock' }))
const kinds = (house: PushHouse, device: Device) => house.service.notices(device).map(({ kind }) => kind)
const states = (house: PushHouse) => house.rows('SELECT kind, state, attempts FROM pushes ORDER BY rowid')
const settings = (operator: Operator, over: object) =>
  operator.call('PUT', '/api/push/settings', {
    ...{ jobs: true, messages: true, firstNames: false, quiet: null, ...over },
  })

test('a job that rings is told to the operator’s devices, with what accepting needs and no secret', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await subscribed(house, ayse)
    const scene = await opened(house, ayse, { customerName: 'Deniz Kaya' })
    const jobId = await jobOf(house, scene.id)
    await house.deliver()
    assert.equal(house.service.notices(device), [
      {
        v: 1,
        kind: 'job',
        tag: `job:${jobId}`,
        lang: 'en',
        title: 'New job appointment',
        body: 'A customer is waiting for you.',
        conversationId: scene.id,
        jobId,
        expiresAt: house.edge.clock() + 30_000,
      },
    ])
    const { ttl, urgency, topic } = house.service.requests[0] ?? {}
    assert.equal([ttl, urgency, topic], ['30', 'high', jobId.replaceAll('-', '')])
    await house.deliver()
    assert.is(house.service.requests.length, 1, 'once')
  }))

test('the first name is said only where the operator wants it, and never a number', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await subscribed(house, ayse, { lang: 'tr' })
    done(await settings(ayse, { firstNames: true }))
    for (const customerName of ['Deniz Kaya', '0532 123 45 67']) {
      await opened(house, ayse, { customerName })
      await house.deliver()
      house.pass(30_000)
      await tick(house)
      await house.deliver()
      house.pass(60_000)
    }
    const bodies = house.service.notices(device).flatMap(({ kind, body }) => (kind === 'job' ? [body] : []))
    assert.equal(bodies.slice(0, 1), ['Deniz sizi bekliyor.'])
    assert.not.match(JSON.stringify(house.service.notices(device)), /Kaya|0532|5321/)
  }))

test('accepting on one device withdraws it from the others; whoever is later is told who was faster', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const phone = Object.assign(house.stranger(), { id: ayse.id })
    await signInAs(house, phone, ayse)
    const devices = [await subscribed(house, ayse), await subscribed(house, phone)]
    const scene = await opened(house, ayse)
    await house.deliver()
    const jobId = await jobOf(house, scene.id)
    const answers = await Promise.all([
      ayse.post(`/api/jobs/${jobId}/accept`),
      phone.post(`/api/jobs/${jobId}/accept`),
    ])
    assert.equal(answers.map(({ status }) => status).sort(), [200, 409])
    await house.deliver()
    for (const device of devices) {
      assert.equal(kinds(house, device), ['job', 'withdraw'])
      assert.is(house.service.notices(device)[1]?.tag, `job:${jobId}`)
    }
  }))

test('a ring that nobody hears is withdrawn, and told to the next operator', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const first = await proven(house, ayse)
    const second = await proven(house, bora)
    await opened(house, ayse)
    await house.deliver()
    house.pass(30_000)
    await tick(house)
    await house.deliver()
    assert.equal(kinds(house, first), ['test', 'job', 'withdraw'])
    assert.equal(kinds(house, second), ['test', 'job'])
  }))

test('a customer who leaves takes the ring away, too', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await subscribed(house, ayse)
    const scene = await opened(house, ayse)
    await house.deliver()
    done(await scene.customer.post(`/api/visits/${scene.id}/close`))
    await house.deliver()
    assert.equal(kinds(house, device), ['job', 'withdraw'])
  }))

test('what was not sent yet when somebody took the job is never sent', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await subscribed(house, ayse)
    await active(house, ayse)
    await house.deliver()
    assert.equal(kinds(house, device), [])
    assert.equal(await states(house), [{ kind: 'job', state: 'dropped', attempts: 0 }])
  }))

test('where every push must show itself, nothing is sent only to take something away', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await subscribed(house, ayse)
    await house.change('UPDATE push_devices SET endpoint = replace(endpoint, ?, ?)', [
      'push.example.org',
      'web.push.apple.com',
    ])
    const scene = await opened(house, ayse)
    await house.deliver()
    done(await ayse.post(`/api/jobs/${await jobOf(house, scene.id)}/accept`))
    await house.deliver()
    assert.equal(kinds(house, device), ['job'])
  }))

for (const status of [404, 410]) {
  test(`a subscription that is ${status} is forgotten`, () =>
    withPush(async (house) => {
      const ayse = await house.operator('Ayse')
      await subscribed(house, ayse)
      house.service.answerNext({ status })
      await opened(house, ayse)
      await house.deliver()
      assert.equal(await house.rows('SELECT id FROM push_devices'), [])
      assert.equal(await states(house), [])
    }))
}

test('a push that is too large is sent again without its body', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await subscribed(house, ayse)
    house.service.answerNext({ status: 413 })
    await opened(house, ayse)
    await house.deliver()
    assert.equal(
      house.service.notices(device).map(({ title, body }) => [title, body]),
      [['New job appointment', '']],
    )
  }))

test('a service that is busy is asked again when it says, and not before', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await subscribed(house, ayse)
    house.service.answerNext({ status: 429, headers: { 'retry-after': '8' } })
    await opened(house, ayse)
    await house.deliver()
    house.pass(7_900)
    await house.deliver()
    assert.is(house.service.requests.length, 1)
    house.pass(100)
    await house.deliver()
    assert.equal(kinds(house, device), ['job'])
    assert.is(house.service.requests[1]?.ttl, '22', 'no longer than it still rings')
  }))

test('a service that fails or hangs is asked again and again, but not after the ring', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    await subscribed(house, ayse)
    house.service.answerNext({ status: 500 }, 'hang', { status: 503 }, { status: 500 }, { status: 500 })
    await opened(house, ayse)
    for (let second = 0; second < 40; second++) {
      await house.deliver()
      house.pass(1_000)
    }
    assert.is(house.service.requests.length, 5)
    assert.equal(await states(house), [{ kind: 'job', state: 'dropped', attempts: 5 }])
    assert.equal(await house.rows('SELECT problem FROM push_devices'), [{ problem: 'unreachable' }])
  }, 100))

test('keys that a service does not take are our fault: the subscription stays, and the log says so', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    await subscribed(house, ayse)
    house.service.answerNext({ status: 403 })
    await opened(house, ayse)
    await house.deliver()
    assert.equal(await house.rows('SELECT problem FROM push_devices'), [{ problem: 'keys-refused' }])
    assert.equal(
      house.logs.map(({ level, what }) => [level, what]),
      [['error', 'push refused our VAPID keys']],
    )
    house.logs.length = 0
  }))

test('a host that is allowed no more is asked again when something is sent', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    await subscribed(house, ayse)
    await house.change('UPDATE push_devices SET endpoint = ?', ['https://127.0.0.1/push'])
    await opened(house, ayse)
    await house.deliver()
    assert.is(house.service.requests.length, 0)
    assert.equal(await states(house), [{ kind: 'job', state: 'dropped', attempts: 1 }])
  }))

test('a withdrawal does not overtake the push that it withdraws', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await subscribed(house, ayse)
    const scene = await opened(house, ayse)
    await house.change(`UPDATE pushes SET state = 'sending', updated_at = ?`, [house.edge.clock()])
    done(await ayse.post(`/api/jobs/${await jobOf(house, scene.id)}/accept`))
    await house.deliver()
    assert.equal(kinds(house, device), [], 'another process is sending the first one')
    await house.change(`UPDATE pushes SET state = 'sent' WHERE kind = 'job'`)
    await house.deliver()
    assert.equal(kinds(house, device), ['withdraw'])
  }))

test('what a dead process left behind is sent by the next', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await subscribed(house, ayse)
    await house.change('UPDATE push_devices SET enabled = 1')
    await settings(ayse, { messages: true })
    const scene = await active(house, ayse)
    done(await scene.customer.post(`/api/visits/${scene.id}/messages`, { text: 'Hello?' }))
    await house.change(
      `UPDATE pushes SET state = 'sending', attempts = 1, updated_at = ? WHERE kind = 'message'`,
      [house.edge.clock()],
    )
    house.pass(29_000)
    await house.deliver()
    assert.equal(kinds(house, device), [])
    house.pass(2_000)
    await house.deliver()
    assert.equal(kinds(house, device), ['message'])
  }))

test('two couriers over one database send each push once', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const devices = [await subscribed(house, ayse), await subscribed(house, bora)]
    for (const operator of [ayse, bora]) await opened(house, operator)
    await Promise.all([house.deliver(), house.deliver(), house.deliver()])
    assert.equal(
      devices.map((device) => kinds(house, device)),
      [['job'], ['job']],
    )
  }))

test('quiet hours, a device that is switched off, and what is not wanted are kept to', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await subscribed(house, ayse)
    // The clock of the tests stands at 09:00 UTC, which is noon in Istanbul.
    const quiet = { from: '11:30', to: '12:30', timeZone: 'Europe/Istanbul' }
    done(await settings(ayse, { quiet }))
    const scene = await opened(house, ayse)
    await house.deliver()
    assert.equal([await ringsFor(house, scene.id), kinds(house, device)], ['Ayse', []])
    const again = async () => {
      house.pass(30_000)
      await tick(house)
      house.pass(60_000)
      await tick(house)
      await house.deliver()
    }
    done(await settings(ayse, { jobs: false }))
    await again()
    done(await settings(ayse, {}))
    done(await ayse.call('PATCH', `/api/push/devices/${device.id}`, { enabled: false }))
    await again()
    assert.equal(kinds(house, device), [])
    done(await ayse.call('PATCH', `/api/push/devices/${device.id}`, { enabled: true }))
    await again()
    assert.equal(kinds(house, device), ['job'])
  }))

test('a customer’s messages are told where no page listens: one notification, and no word of them', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await subscribed(house, ayse)
    const scene = await active(house, ayse)
    for (const text of ['Hello?', 'My card 4111 is gone'])
      done(await scene.customer.post(`/api/visits/${scene.id}/messages`, { text }))
    await house.deliver()
    const [notice, ...others] = house.service.notices(device)
    assert.equal(others, [])
    assert.equal(
      [notice?.kind, notice?.tag, notice?.body],
      ['message', `message:${scene.id}`, 'A customer wrote to you.'],
    )
    await house.change('UPDATE operators SET listening_at = ?', [house.edge.clock()])
    done(await scene.customer.post(`/api/visits/${scene.id}/messages`, { text: 'Still there?' }))
    await house.deliver()
    assert.is(house.service.requests.length, 1, 'the page shows it')
  }))

async function signInAs(house: PushHouse, browser: { cookies: Operator['cookies'] }, operator: Operator) {
  const { hashToken, newToken } = await import('../../../edge/domain/secrets.ts')
  const token = newToken()
  await house.change('INSERT INTO sessions VALUES (?, ?, ?, ?)', [
    await hashToken(token),
    operator.id,
    house.edge.clock(),
    house.edge.clock() + 1e9,
  ])
  browser.cookies.set('visavis_session', { value: token, path: '/api' })
}

test.run()
