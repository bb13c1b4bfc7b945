// The browsers that get an operator's notifications: who may hand one in, see it, and send it away.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { PushDesk } from '../../../edge/domain/wire.ts'
import { asked, deviceRow, subscribed, withPush } from '../../support/push-scenes.ts'
import { done } from '../../support/scenes.ts'

const path = '/api/push/subscriptions'

test('a browser hands in what it subscribed with, and is listed as this one', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const { publicKey } = done(await ayse.get<{ publicKey: string }>('/api/push/key'))
    assert.is(publicKey, house.edge.pushPublicKey)
    const device = await subscribed(house, ayse)
    const { devices, settings } = done(await ayse.get<PushDesk>('/api/push/devices'))
    assert.equal(settings, { jobs: true, messages: true, firstNames: false, quiet: null })
    const row = {
      name: 'Chrome on Linux',
      platform: 'linux',
      lang: 'en',
      isThis: true,
      enabled: true,
      canary: 'none',
    }
    assert.equal(devices, [
      { id: device.id, ...row, problem: null, confirmedAt: null, seenAt: house.edge.clock() },
    ])
  }))

test('handing it in again is the same device, seen later; another subscription takes its place', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await subscribed(house, ayse)
    house.pass(60_000)
    done(await ayse.call('PUT', path, asked(device, { name: 'Firefox on Linux' })))
    const row = await deviceRow(ayse, device)
    assert.equal([row.name, row.seenAt], ['Firefox on Linux', house.edge.clock()])
    const other = await subscribed(house, ayse)
    assert.is.not(other.id, device.id)
    assert.is((await house.rows('SELECT id FROM push_devices')).length, 1)
  }))

const strange = [
  'http://push.example.org/a',
  'https://localhost/a',
  'https://127.0.0.1/a',
  'https://[::1]/a',
  'https://10.1.2.3/a',
  'https://push.internal/a',
  'https://push.example.net/a',
  'https://push.example.org:8443/a',
  'no address',
]
for (const endpoint of strange) {
  test(`nothing is ever sent to ${endpoint}`, () =>
    withPush(async (house) => {
      const ayse = await house.operator('Ayse')
      const subscription = await house.service.subscribe(house.edge.pushPublicKey)
      const answer = await ayse.call('PUT', path, asked({ ...subscription, endpoint }))
      assert.equal([answer.status, answer.code], [422, 'invalid-input'])
      assert.equal(await house.rows('SELECT id FROM push_devices'), [])
    }))
}

test('keys that are none are refused, also those that only look like one', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const subscription = await house.service.subscribe(house.edge.pushPublicKey)
    const offCurve = `B${'A'.repeat(86)}`
    for (const over of [
      { p256dh: 'short' },
      { p256dh: offCurve },
      { auth: 'short' },
      { platform: 'toaster' },
    ])
      assert.is((await ayse.call('PUT', path, { ...asked(subscription), ...over })).code, 'invalid-input')
    assert.equal(await house.rows('SELECT id FROM push_devices'), [])
  }))

test('strangers are told nothing and change nothing', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const selin = await house.operator('Selin', { role: 'admin' })
    const device = await subscribed(house, ayse)
    const before = await house.dump()
    const nobody = house.stranger()
    for (const [method, at, body] of [
      ['GET', '/api/push/key', undefined],
      ['GET', '/api/push/devices', undefined],
      ['PUT', path, asked(device)],
      ['PATCH', `/api/push/devices/${device.id}`, { enabled: false }],
      ['DELETE', `/api/push/devices/${device.id}`, undefined],
      ['POST', '/api/push/canary', {}],
      ['PUT', '/api/push/settings', { jobs: false, messages: false, firstNames: true, quiet: null }],
    ] as const)
      assert.is((await nobody.call(method, at, body)).code, 'not-signed-in', `${method} ${at}`)
    assert.equal(done(await selin.get<PushDesk>('/api/push/devices')).devices, [])
    assert.is((await selin.call('DELETE', `/api/push/devices/${device.id}`)).code, 'not-found')
    assert.is(
      (await selin.call('PATCH', `/api/push/devices/${device.id}`, { enabled: false })).code,
      'not-found',
    )
    assert.is((await selin.post('/api/push/canary')).code, 'not-found')
    assert.is(await house.dump(), before)
  }))

test('revoking another device ends its session; of this one, the notifications alone', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const laptop = await house.operator('Laptop')
    // One operator, two browsers: the second session is made hers.
    await house.change('UPDATE sessions SET operator_id = ? WHERE operator_id = ?', [ayse.id, laptop.id])
    const mine = await subscribed(house, ayse)
    const lost = await subscribed(house, laptop)
    const desk = done(await ayse.call<PushDesk>('DELETE', `/api/push/devices/${lost.id}`))
    assert.equal(
      desk.devices.map(({ id }) => id),
      [mine.id],
    )
    assert.is((await laptop.get('/api/session')).code, 'session-revoked', 'so that it wipes itself')
    done(await ayse.call('DELETE', `/api/push/devices/${mine.id}`))
    assert.is((await ayse.get('/api/session')).status, 200)
    assert.equal(await house.rows('SELECT id FROM push_devices'), [])
  }))

test('a device goes with its session: by signing out, and when its operator is disabled', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse', { role: 'admin' })
    const bora = await house.operator('Bora')
    await subscribed(house, bora)
    done(await ayse.call('PATCH', `/api/team/operators/${bora.id}`, { disabled: true }))
    assert.equal(await house.rows('SELECT id FROM push_devices'), [])
    await subscribed(house, ayse)
    done(await ayse.call('DELETE', '/api/session'))
    assert.equal(await house.rows('SELECT id FROM push_devices'), [])
  }))

test('a browser that somebody else signs in to tells the one before nothing more', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const device = await subscribed(house, ayse)
    done(await bora.call('PUT', path, asked(device)))
    assert.equal(await house.rows('SELECT operator_id FROM push_devices'), [{ operator_id: bora.id }])
  }))

test('settings are kept for each operator, and what is no time or time zone is refused', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const quiet = { from: '22:00', to: '07:00', timeZone: 'Europe/Istanbul' }
    const wanted = { jobs: true, messages: false, firstNames: true, quiet }
    assert.equal(done(await ayse.call('PUT', '/api/push/settings', wanted)), wanted)
    assert.equal(done(await ayse.get<PushDesk>('/api/push/devices')).settings, wanted)
    assert.is(done(await bora.get<PushDesk>('/api/push/devices')).settings.quiet, null)
    for (const bad of [{ from: '25:00' }, { to: 'late' }, { timeZone: 'Mars/Olympus' }]) {
      const answer = await ayse.call('PUT', '/api/push/settings', { ...wanted, quiet: { ...quiet, ...bad } })
      assert.is(answer.code, 'invalid-input')
    }
  }))

test.run()
