import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { CallRecord, CallStatistics } from '../../../edge/domain/wire.ts'
import { withEdge } from '../../support/house.ts'
import { active, callOf, closed, done, hangUp, ringing, type Scene } from '../../support/scenes.ts'
import { report } from './verbs.ts'

const callPath = ({ id }: Scene, callId: string) => `/api/conversations/${id}/calls/${callId}`

const tell = (scene: Scene, side: 'customer' | 'operator', callId: string, said: object = report) =>
  scene[side].call(
    'PUT',
    `${side === 'customer' ? `/api/visits/${scene.id}/calls/${callId}` : callPath(scene, callId)}/report`,
    said,
  )

const recordOf = async (scene: Scene, callId: string) =>
  done(await scene.operator.get<CallRecord>(callPath(scene, callId)))

test('each side reports for itself, and the operator reads both beside the edge’s own word', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const callId = await callOf(house, scene.id)
    const answeredAt = house.edge.clock()
    house.pass(400_000)
    assert.is((await tell(scene, 'operator', callId)).status, 204)
    assert.is((await tell(scene, 'customer', callId, { ...report, way: 'relay' })).status, 204)
    await hangUp(house, scene)
    assert.equal(await recordOf(scene, callId), {
      id: callId,
      placedBy: 'customer',
      answeredAt,
      endedAt: answeredAt + 400_000,
      endCause: 'hung-up',
      reports: { operator: report, customer: { ...report, way: 'relay' } },
    })
  }))

test('a report is no event: nobody is woken by it', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const before = await house.types(scene.id)
    done(await tell(scene, 'customer', await callOf(house, scene.id)))
    assert.equal(await house.types(scene.id), before)
  }))

test('the last word counts, and one that comes late undoes none that saw more', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const callId = await callOf(house, scene.id)
    house.pass(400_000)
    for (const seconds of [100, 200, 150]) done(await tell(scene, 'customer', callId, { ...report, seconds }))
    assert.is((await recordOf(scene, callId)).reports.customer?.seconds, 200)
  }))

test('nobody saw more of a call than there was of it', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const callId = await callOf(house, scene.id)
    house.pass(10_000)
    done(
      await tell(scene, 'customer', callId, {
        ...report,
        seconds: 9_000,
        stillSeconds: 9_000,
        frozenSeconds: 50,
      }),
    )
    const { customer } = (await recordOf(scene, callId)).reports
    assert.equal([customer?.seconds, customer?.stillSeconds, customer?.frozenSeconds], [10, 10, 10])
  }))

test('the last report may come after the end, also of the conversation, but not long after', () =>
  withEdge(async (house) => {
    const scene = await closed(house, await house.operator('Ayse'))
    const callId = await callOf(house, scene.id)
    house.pass(60_000)
    assert.is((await tell(scene, 'customer', callId)).status, 204)
    assert.is((await tell(scene, 'operator', callId)).status, 204)
    house.pass(61_000)
    const before = await house.dump()
    assert.is((await tell(scene, 'customer', callId)).code, 'wrong-state')
    assert.is(await house.dump(), before)
  }))

test('of a call that only rings there is nothing to report', () =>
  withEdge(async (house) => {
    const scene = await ringing(house, await house.operator('Ayse'), 'customer')
    assert.is((await tell(scene, 'customer', scene.callId)).code, 'wrong-state')
  }))

for (const [what, wrong] of [
  ['a way that there is not', { way: 'pigeon' }],
  ['less than nothing', { restarts: -1 }],
  ['more than any call has', { seconds: 1e9 }],
  ['half a freeze', { freezes: 0.5 }],
  ['more loss than there is', { lossPercent: 101 }],
  ['a word where a number stands', { kbps: 'many' }],
  ['something beside it', { more: 1 }],
] as const) {
  test(`a report with ${what} is refused`, () =>
    withEdge(async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const callId = await callOf(house, scene.id)
      const before = await house.dump()
      assert.is((await tell(scene, 'customer', callId, { ...report, ...wrong })).code, 'invalid-input')
      assert.is(await house.dump(), before)
    }))
}

test('calls out of reach are neither read nor counted', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const selin = await house.operator('Selin')
    const departmentId = await house.department('Cards', [ayse])
    const scene = await active(house, ayse, { departmentId })
    const callId = await callOf(house, scene.id)
    await hangUp(house, scene)
    assert.is((await selin.get(callPath(scene, callId))).code, 'not-found')
    const seen = async (who: typeof ayse) =>
      done(await who.get<CallStatistics>('/api/statistics/calls')).total.calls
    assert.equal([await seen(selin), await seen(ayse)], [0, 1])
    assert.is((await house.stranger().get('/api/statistics/calls')).code, 'not-signed-in')
  }))

test('calls are counted by the day of whoever asks', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse)
    await hangUp(house, scene)
    const days = async (query: string) =>
      done(await ayse.get<CallStatistics>(`/api/statistics/calls?${query}`)).days.map(({ at, calls }) => [
        at,
        calls,
      ])
    const day = 86_400_000
    const east = 180 * 60_000
    const now = house.edge.clock()
    assert.equal(await days('days=2'), [[Math.floor(now / day) * day, 1]])
    assert.equal(await days('days=2&offset=180'), [[Math.floor((now + east) / day) * day - east, 1]])
    house.pass(3 * day)
    assert.equal(await days('days=2'), [])
  }))

test.run()
