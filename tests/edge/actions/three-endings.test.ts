import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type TestEdge, withEdge } from '../../support/house.ts'
import {
  active,
  closed,
  done,
  hangUp,
  opened,
  ringing,
  ringsFor,
  type Scene,
  stateOf,
} from '../../support/scenes.ts'

const conversation = async (house: TestEdge, { id }: Scene) => {
  const [row] = await house.rows(
    'SELECT state, closed_at, closed_by, archived_at, reason FROM conversations WHERE id = ?',
    [id],
  )
  return row
}
const archive = ({ operator, id }: Scene, reason = 'follow-up') =>
  operator.post(`/api/conversations/${id}/archive`, { reason })
const close = ({ customer, id }: Scene) => customer.post(`/api/visits/${id}/close`)
const rate = ({ customer, id }: Scene, body: object = { rating: 4 }) =>
  customer.post(`/api/visits/${id}/survey`, body)

test('red: the call is over, the conversation is as active as before, and there is nothing to rate', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    await hangUp(house, scene)
    assert.is(await stateOf(house, scene.id), 'active')
    assert.is((await rate(scene)).code, 'wrong-state')
    const types = await house.types(scene.id)
    assert.not.ok(types.includes('conversation.closed') || types.includes('conversation.archived'))
  }))

test('black: the call is hung up and the conversation closed, in one transaction; it is not filed', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    house.pass(60_000)
    assert.is((await close(scene)).status, 204)
    const [hung, closing] = (await house.events(scene.id)).slice(-2)
    assert.equal([hung?.type, closing?.type], ['call.hung-up', 'conversation.closed'])
    assert.equal([hung?.at, hung?.actor.kind, closing?.actor.kind], [closing?.at, 'customer', 'customer'])
    assert.is(closing?.seq, (hung?.seq ?? 0) + 1)
    const now = house.edge.clock()
    const row = { state: 'closed', closed_at: now, closed_by: 'customer', archived_at: null, reason: null }
    assert.equal(await conversation(house, scene), row)
  }))

test('black, when the transaction fails: neither the call nor the conversation has ended', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    await house.change(
      "CREATE TRIGGER no_closing BEFORE UPDATE ON conversations WHEN NEW.state = 'closed' BEGIN SELECT RAISE(ABORT, 'no'); END",
    )
    const before = await house.dump()
    assert.is((await close(scene)).status, 500)
    assert.is(await house.dump(), before)
    house.logs.length = 0
  }))

test('black while a call of the operator rings turns it down; one of the customer is taken back', () =>
  withEdge(async (house) => {
    for (const [by, type] of [
      ['operator', 'call.declined'],
      ['customer', 'call.cancelled'],
    ] as const) {
      const scene = await ringing(house, await house.operator(`Ayse-${by}`), by)
      done(await close(scene))
      assert.equal((await house.types(scene.id)).slice(-2), [type, 'conversation.closed'])
    }
  }))

test('black while waiting or while it rings: the ring stops and nobody is asked any more', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const first = await opened(house, ayse)
    assert.is(await ringsFor(house, first.id), 'Ayse')
    const second = await opened(house, ayse)
    assert.is(await stateOf(house, second.id), 'waiting')
    done(await close(second))
    done(await close(first))
    assert.equal(await house.rows("SELECT id FROM offers WHERE state = 'open'"), [])
    assert.equal(await house.rows('SELECT DISTINCT state FROM jobs'), [{ state: 'cancelled' }])
    assert.equal(await house.rows('SELECT state FROM offers'), [{ state: 'withdrawn' }])
  }))

test('black pressed twice closes once', () =>
  withEdge(async (house) => {
    const scene = await closed(house, await house.operator('Ayse'))
    const before = await house.events()
    assert.is((await close(scene)).status, 204)
    assert.equal(await house.events(), before)
  }))

test('End conversation on an active one: hung up, closed and filed with its reason, in one transaction', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    house.pass(5_000)
    assert.is((await archive(scene)).status, 200)
    const last = (await house.events(scene.id)).slice(-3)
    assert.equal(
      last.map(({ type }) => type),
      ['call.hung-up', 'conversation.closed', 'conversation.archived'],
    )
    assert.equal(
      last.map(({ actor }) => actor.kind),
      ['operator', 'operator', 'operator'],
    )
    assert.equal(last[2]?.data, { reason: 'follow-up' })
    const now = house.edge.clock()
    const row = {
      state: 'archived',
      closed_at: now,
      closed_by: 'operator',
      archived_at: now,
      reason: 'follow-up',
    }
    assert.equal(await conversation(house, scene), row)
  }))

test('End conversation, when filing fails: nothing has ended', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    await house.change(
      "CREATE TRIGGER no_filing BEFORE UPDATE ON conversations WHEN NEW.state = 'archived' BEGIN SELECT RAISE(ABORT, 'no'); END",
    )
    const before = await house.dump()
    assert.is((await archive(scene)).status, 500)
    assert.is(await house.dump(), before)
    house.logs.length = 0
  }))

test('End conversation on a closed one files it; who closed it stays', () =>
  withEdge(async (house) => {
    const scene = await closed(house, await house.operator('Ayse'))
    const closedAt = house.edge.clock()
    house.pass(60_000)
    done(await archive(scene, 'resolved'))
    const row = {
      state: 'archived',
      closed_at: closedAt,
      closed_by: 'customer',
      archived_at: closedAt + 60_000,
      reason: 'resolved',
    }
    assert.equal(await conversation(house, scene), row)
    assert.is((await house.types(scene.id)).filter((type) => type === 'conversation.closed').length, 1)
  }))

test('a reason is needed, and it is one of those that there are', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    for (const body of [{}, { reason: 'bored' }, { reason: 'not-filed' }, { reason: null }]) {
      const answer = await scene.operator.post(`/api/conversations/${scene.id}/archive`, body)
      assert.equal([answer.status, answer.code], [422, 'invalid-input'])
    }
    assert.is(await stateOf(house, scene.id), 'active')
  }))

test('End conversation sent twice with one key keeps the first reason', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const key = crypto.randomUUID()
    const path = `/api/conversations/${scene.id}/archive`
    done(await scene.operator.post(path, { reason: 'resolved' }, { key }))
    done(await scene.operator.post(path, { reason: 'other' }, { key }))
    assert.is((await conversation(house, scene))?.reason, 'resolved')
  }))

test('an administrator may end what is another’s', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const root = await house.operator('Root', { role: 'admin', status: 'offline' })
    done(await archive({ ...scene, operator: root }))
    assert.is(await stateOf(house, scene.id), 'archived')
  }))

test('what nobody took, anybody within reach may file', () =>
  withEdge(async (house) => {
    const scene = await opened(house, await house.operator('Ayse'))
    done(await close(scene))
    const bora = await house.operator('Bora')
    done(await archive({ ...scene, operator: bora }))
  }))

test('the customer rates once, after the end, also when it is filed already', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    done(await archive(scene))
    assert.is((await rate(scene, { rating: 5, comment: '  Çok iyi 👍 ' })).status, 204)
    const event = (await house.events(scene.id)).at(-1)
    assert.equal([event?.type, event?.data], ['survey.answered', { rating: 5, comment: 'Çok iyi 👍' }])
    const [row] = await house.rows('SELECT rating, comment, answered_at FROM surveys')
    assert.equal(row, { rating: 5, comment: 'Çok iyi 👍', answered_at: house.edge.clock() })
    const before = await house.dump()
    assert.is((await rate(scene, { rating: 1 })).code, 'wrong-state')
    assert.is(await house.dump(), before)
    assert.is(await stateOf(house, scene.id), 'archived')
  }))

test('a rating sent twice with one key is one rating, the first', () =>
  withEdge(async (house) => {
    const scene = await closed(house, await house.operator('Ayse'))
    const key = crypto.randomUUID()
    const send = (rating: number) =>
      scene.customer.post(`/api/visits/${scene.id}/survey`, { rating }, { key })
    assert.equal([(await send(2)).status, (await send(5)).status], [204, 204])
    assert.equal(await house.rows('SELECT rating FROM surveys'), [{ rating: 2 }])
  }))

test('a rating is one of five faces, and a comment has an end', () =>
  withEdge(async (house) => {
    const scene = await closed(house, await house.operator('Ayse'))
    const long = 'a'.repeat(2_001)
    for (const body of [
      {},
      { rating: 0 },
      { rating: 6 },
      { rating: 2.5 },
      { rating: '5' },
      { rating: 5, comment: long },
    ]) {
      assert.is((await rate(scene, body)).code, 'invalid-input', JSON.stringify(body).slice(0, 40))
    }
    assert.equal(await house.rows('SELECT * FROM surveys'), [])
  }))

test.run()
