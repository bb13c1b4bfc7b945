// The canary: whether pushes arrive is seen, not believed; and whom dispatch counts on.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isAnythingOverdue, lapseOverdue } from '../../../edge/actions/lapse-overdue.ts'
import { strangerContext } from '../../../edge/routes/edge.ts'
import type { Operator } from '../../support/house.ts'
import {
  confirm,
  deviceRow,
  type PushHouse,
  proven,
  subscribed,
  withPush,
} from '../../support/push-scenes.ts'
import { done, opened, ringsFor } from '../../support/scenes.ts'

const clock = (house: PushHouse) => strangerContext(house.edge, { kind: 'clock' })
const tick = async (house: PushHouse) => {
  if (await isAnythingOverdue(clock(house))) await lapseOverdue(clock(house))
}
const be = (operator: Operator, status: string) => operator.call('PUT', '/api/status', { status })
const hour = 3_600_000

test('a test push is asked for, arrives, and is confirmed by its token alone', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await subscribed(house, ayse)
    done(await ayse.post('/api/push/canary'))
    assert.is((await deviceRow(ayse, device)).canary, 'pending')
    await house.deliver()
    const [notice] = house.service.notices(device)
    assert.equal([notice?.kind, notice?.title, notice?.quiet], ['test', 'Notifications work', undefined])
    assert.is((await confirm(house, device)).status, 204)
    const row = await deviceRow(ayse, device)
    assert.equal([row.canary, row.confirmedAt], ['confirmed', house.edge.clock()])
    assert.is((await confirm(house, device)).code, 'not-found', 'a token is good once')
  }))

test('no token lies in the database', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await subscribed(house, ayse)
    done(await ayse.post('/api/push/canary'))
    await house.deliver()
    const [notice] = house.service.notices(device)
    assert.ok((notice?.canary?.length ?? 0) >= 20)
    assert.not.match(await house.dump(), notice?.canary ?? '')
  }))

test('a device that does not confirm in time has failed, and one that confirms late works again', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await subscribed(house, ayse)
    done(await ayse.post('/api/push/canary'))
    await house.deliver()
    house.pass(19_900)
    await tick(house)
    assert.is((await deviceRow(ayse, device)).canary, 'pending')
    house.pass(100)
    await tick(house)
    assert.is((await deviceRow(ayse, device)).canary, 'failed')
    done(await confirm(house, device))
    assert.is((await deviceRow(ayse, device)).canary, 'confirmed')
  }))

test('why it failed is told where it is known', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await subscribed(house, ayse)
    house.service.answerNext({ status: 403 })
    done(await ayse.post('/api/push/canary'))
    await house.deliver()
    house.logs.length = 0
    house.pass(20_000)
    await tick(house)
    const { canary, problem } = await deviceRow(ayse, device)
    assert.equal([canary, problem], ['failed', 'keys-refused'])
  }))

test('who begins to work sees a test push on each device, who comes back from a break does not', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse', { status: 'offline' })
    const device = await proven(house, ayse)
    const tests = () => house.service.notices(device).length
    done(await be(ayse, 'online'))
    await house.deliver()
    assert.equal([tests(), house.service.notices(device)[1]?.quiet], [2, undefined])
    done(await confirm(house, device))
    done(await be(ayse, 'busy'))
    done(await be(ayse, 'online'))
    await house.deliver()
    assert.is(tests(), 2)
    done(await be(ayse, 'busy'))
    house.pass(hour)
    done(await be(ayse, 'online'))
    await house.deliver()
    assert.is(tests(), 3, 'not proven for an hour')
  }))

test('a device of somebody Online is looked after quietly, and counts until it fails', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await proven(house, ayse)
    await tick(house)
    await house.deliver()
    assert.is(house.service.notices(device).length, 1)
    house.pass(hour)
    await tick(house)
    await house.deliver()
    assert.is(house.service.notices(device)[1]?.quiet, true)
    assert.is((await deviceRow(ayse, device)).canary, 'confirmed')
    house.pass(20_000)
    await tick(house)
    assert.is((await deviceRow(ayse, device)).canary, 'failed')
    house.pass(10 * 60_000)
    await tick(house)
    await house.deliver()
    done(await confirm(house, device))
    assert.is((await deviceRow(ayse, device)).canary, 'confirmed', 'it came back by itself')
  }))

test('Safari is not looked after: every look would be shown', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const device = await proven(house, ayse)
    await house.change(`UPDATE push_devices SET endpoint = 'https://web.push.apple.com/abc'`)
    house.pass(2 * hour)
    await tick(house)
    await house.deliver()
    assert.is(house.service.requests.length, 1)
    assert.is((await deviceRow(ayse, device)).canary, 'confirmed')
  }))

test('who can be reached is asked before who cannot: by a page that listens, or by a device that was proven', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const scene = async () => {
      const { id } = await opened(house, ayse, { assignment: 'direct' })
      return ringsFor(house, id)
    }
    await subscribed(house, bora)
    assert.is(await scene(), 'Ayse', 'nobody was proven to be reached, so it is the inviter’s as ever')
    await house.change(`UPDATE offers SET state = 'declined', ended_at = 1`)
    await proven(house, bora)
    assert.is(await scene(), 'Bora')
    await house.change(`UPDATE offers SET state = 'declined', ended_at = 1`)
    done(await ayse.post('/api/listening'))
    assert.is(await scene(), 'Ayse')
    await house.change(`UPDATE offers SET state = 'declined', ended_at = 1`)
    house.pass(40_000)
    assert.is(await scene(), 'Bora', 'nothing was heard of the page since')
  }))

test('a device that failed is not counted on, nor one in its quiet hours', () =>
  withPush(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    await proven(house, bora)
    const quiet = { from: '08:00', to: '10:00', timeZone: 'UTC' }
    const settings = { jobs: true, messages: true, firstNames: false }
    done(await bora.call('PUT', '/api/push/settings', { ...settings, quiet }))
    assert.is(await ringsFor(house, (await opened(house, ayse)).id), 'Ayse')
    await house.change(`UPDATE offers SET state = 'declined', ended_at = 1`)
    done(await bora.call('PUT', '/api/push/settings', { ...settings, quiet: null }))
    done(await bora.post('/api/push/canary'))
    house.pass(20_000)
    await tick(house)
    assert.is(await ringsFor(house, (await opened(house, ayse)).id), 'Ayse')
  }))

test.run()
