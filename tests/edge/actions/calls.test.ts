import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { lapseOverdue } from '../../../edge/actions/lapse-overdue.ts'
import type { ConversationId } from '../../../edge/domain/ids.ts'
import type { ConversationSummary, OpenCall, Team } from '../../../edge/domain/wire.ts'
import { strangerContext } from '../../../edge/routes/edge.ts'
import { readVisit } from '../../../edge/views/visit.ts'
import { type TestEdge, withEdge } from '../../support/house.ts'
import { active, callOf, done, hangUp, ringing, type Scene } from '../../support/scenes.ts'

const bases = {
  customer: ({ id }: Scene) => `/api/visits/${id}`,
  operator: ({ id }: Scene) => `/api/conversations/${id}`,
}
const sides = ['customer', 'operator'] as const
const otherSide = { customer: 'operator', operator: 'customer' } as const

const tick = (house: TestEdge) => lapseOverdue(strangerContext(house.edge, { kind: 'clock' }))

async function callRow(house: TestEdge, id: string) {
  const [row] = await house.rows(
    'SELECT state, placed_by, placed_at, answered_at, ended_at, end_cause FROM calls WHERE id = ?',
    [id],
  )
  return row
}

for (const side of sides) {
  const other = otherSide[side]

  test(`the ${side} places a call, the other side answers, and it is live`, () =>
    withEdge(async (house) => {
      const scene = await ringing(house, await house.operator('Ayse'), side)
      const placedAt = house.edge.clock()
      const summary = done(await scene.operator.get<ConversationSummary>(bases.operator(scene)))
      assert.equal(summary.call, { id: scene.callId, state: 'ringing', placedBy: side, answeredAt: null })
      const placed = (await house.events(scene.id)).at(-1)
      assert.equal([placed?.type, placed?.data], ['call.placed', { callId: scene.callId, side }])
      assert.is(placed?.actor.kind, side)
      house.pass(3_000)
      assert.is((await scene[other].post(`${bases[other](scene)}/calls/${scene.callId}/answer`)).status, 204)
      const answered = (await house.events(scene.id)).at(-1)
      assert.equal([answered?.type, answered?.data], ['call.answered', { callId: scene.callId }])
      assert.equal(await callRow(house, scene.callId), {
        state: 'live',
        placed_by: side,
        placed_at: placedAt,
        answered_at: placedAt + 3_000,
        ended_at: null,
        end_cause: null,
      })
    }))

  test(`the ${side} cannot answer or decline the call that the ${side} placed`, () =>
    withEdge(async (house) => {
      const scene = await ringing(house, await house.operator('Ayse'), side)
      const before = await house.dump()
      for (const verb of ['answer', 'decline']) {
        const path = `${bases[side](scene)}/calls/${scene.callId}/${verb}`
        assert.is((await scene[side].post(path)).code, 'wrong-state', verb)
      }
      assert.is(await house.dump(), before)
    }))

  test(`a call of the ${side} can be declined, and only once`, () =>
    withEdge(async (house) => {
      const scene = await ringing(house, await house.operator('Ayse'), side)
      const path = `${bases[other](scene)}/calls/${scene.callId}/decline`
      assert.is((await scene[other].post(path)).status, 204)
      assert.is((await house.types(scene.id)).at(-1), 'call.declined')
      assert.is((await callRow(house, scene.callId))?.end_cause, 'declined')
      const before = await house.dump()
      assert.is((await scene[other].post(path)).code, 'wrong-state')
      assert.is((await scene[other].post(path.replace('decline', 'answer'))).code, 'wrong-state')
      assert.is(await house.dump(), before)
    }))

  test(`the ${side} takes a call back before it is answered`, () =>
    withEdge(async (house) => {
      const scene = await ringing(house, await house.operator('Ayse'), side)
      done(await scene[side].post(`${bases[side](scene)}/calls/${scene.callId}/end`))
      assert.is((await house.types(scene.id)).at(-1), 'call.cancelled')
      assert.is((await callRow(house, scene.callId))?.end_cause, 'cancelled')
    }))

  test(`the red button of the ${side} ends the call with its duration; the chat goes on`, () =>
    withEdge(async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const callId = await callOf(house, scene.id)
      house.pass(83_000)
      done(await scene[side].post(`${bases[side](scene)}/calls/${callId}/end`))
      const ended = (await house.events(scene.id)).at(-1)
      assert.equal([ended?.type, ended?.data], ['call.hung-up', { callId, side, duration: 83_000 }])
      assert.is((await callRow(house, callId))?.end_cause, 'hung-up')
      done(await scene[other].post(`${bases[other](scene)}/messages`, { text: 'Still here' }))
    }))

  test(`while a call is open the ${side} cannot place another`, () =>
    withEdge(async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const before = await house.dump()
      assert.is((await scene[side].post(`${bases[side](scene)}/calls`)).code, 'wrong-state')
      assert.is(await house.dump(), before)
    }))

  test(`a call placed twice by the ${side} with one key is one call`, () =>
    withEdge(async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      await hangUp(house, scene)
      const key = crypto.randomUUID()
      const place = () => scene[side].post<OpenCall>(`${bases[side](scene)}/calls`, {}, { key })
      assert.equal(done(await place()), done(await place()))
      assert.is((await house.rows('SELECT id FROM calls')).length, 2)
    }))
}

test('both press red at once: one of them ended it, and neither is told off', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const callId = await callOf(house, scene.id)
    const answers = await Promise.all(
      sides.map((side) => scene[side].post(`${bases[side](scene)}/calls/${callId}/end`)),
    )
    assert.equal(
      answers.map(({ status }) => status),
      [204, 204],
    )
    assert.is((await house.types(scene.id)).filter((type) => type === 'call.hung-up').length, 1)
  }))

test('both place a call at once: one rings, the other is told', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    await hangUp(house, scene)
    const answers = await Promise.all(sides.map((side) => scene[side].post(`${bases[side](scene)}/calls`)))
    assert.equal(answers.map(({ status }) => status).sort(), [201, 409])
    assert.is((await house.rows("SELECT id FROM calls WHERE state = 'ringing'")).length, 1)
  }))

test('a call that nobody answers is missed after its ring, not before', () =>
  withEdge(async (house) => {
    const scene = await ringing(house, await house.operator('Ayse'), 'customer')
    house.pass(45_000)
    await tick(house)
    assert.is((await callRow(house, scene.callId))?.state, 'ringing')
    house.pass(1)
    await tick(house)
    assert.equal((await callRow(house, scene.callId))?.end_cause, 'missed')
    const missed = (await house.events(scene.id)).at(-1)
    assert.equal([missed?.type, missed?.actor.kind], ['call.missed', 'clock'])
  }))

test('a call lives as long as one side is heard, and is lost a minute after the last word', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const callId = await callOf(house, scene.id)
    for (const side of ['customer', 'operator', 'customer'] as const) {
      house.pass(50_000)
      assert.is((await scene[side].post(`${bases[side](scene)}/calls/${callId}/alive`)).status, 204)
      await tick(house)
      assert.is((await callRow(house, callId))?.state, 'live')
    }
    house.pass(60_001)
    await tick(house)
    const lost = (await house.events(scene.id)).at(-1)
    assert.equal([lost?.type, lost?.data], ['call.lost', { callId, duration: 210_001 }])
    assert.is((await callRow(house, callId))?.end_cause, 'lost')
  }))

for (const side of sides) {
  test(`the ${side} alone keeps a call, however long the other side is away`, () =>
    withEdge(async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const callId = await callOf(house, scene.id)
      for (let minute = 0; minute < 10; minute++) {
        house.pass(59_000)
        done(await scene[side].post(`${bases[side](scene)}/calls/${callId}/alive`))
        await tick(house)
      }
      assert.is((await callRow(house, callId))?.state, 'live')
    }))
}

test('saying that one is alive makes no event, and wakes no dead call', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const callId = await callOf(house, scene.id)
    const events = (await house.events()).length
    done(await scene.customer.post(`${bases.customer(scene)}/calls/${callId}/alive`))
    assert.is((await house.events()).length, events)
    await hangUp(house, scene)
    const before = await house.dump()
    done(await scene.customer.post(`${bases.customer(scene)}/calls/${callId}/alive`))
    assert.is(await house.dump(), before)
  }))

test('a team whose customers do not ring is still called by its operators', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const root = await house.operator('Root', { role: 'admin' })
    const scene = await active(house, ayse)
    await hangUp(house, scene)
    const settings = { customersMayCall: false }
    assert.is((await ayse.call('PUT', '/api/team/settings', settings)).code, 'not-allowed')
    assert.equal(done(await root.call('PUT', '/api/team/settings', settings)), settings)
    assert.is((await house.events()).at(-1)?.type, 'team.changed')
    assert.equal(done(await ayse.get<Team>('/api/team')).settings, settings)
    assert.is((await readVisit(house.database, scene.id as ConversationId, '', 0)).mayCall, false)
    assert.is((await scene.customer.post(`${bases.customer(scene)}/calls`)).code, 'not-allowed')
    assert.is((await scene.operator.post(`${bases.operator(scene)}/calls`)).status, 201)
  }))

test('settings that nobody understands change nothing', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin' })
    for (const body of [{}, { customersMayCall: 1 }, { customersMayCall: true, more: true }]) {
      assert.is((await root.call('PUT', '/api/team/settings', body)).code, 'invalid-input')
    }
    assert.equal(await house.rows('SELECT * FROM team_settings'), [])
  }))

test.run()
