// What the clock ends by itself, to the millisecond. Rings and calls are held in dispatch.test.ts and calls.test.ts.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isAnythingOverdue, lapseOverdue } from '../../../edge/actions/lapse-overdue.ts'
import { strangerContext } from '../../../edge/routes/edge.ts'
import { type TestEdge, withEdge } from '../../support/house.ts'
import { active, closed, done, invited, opened, ringing, stateOf } from '../../support/scenes.ts'

const hour = 3_600_000
const clock = (house: TestEdge) => strangerContext(house.edge, { kind: 'clock' })

/** Runs the clock as the pulse does, and says whether it had anything to do. */
async function tick(house: TestEdge): Promise<boolean> {
  const overdue = await isAnythingOverdue(clock(house))
  if (overdue) await lapseOverdue(clock(house))
  return overdue
}

test('a quiet house gives the clock nothing to do, and nothing is done', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    await active(house, ayse)
    await invited(ayse)
    const before = await house.dump()
    assert.is(await tick(house), false)
    await lapseOverdue(clock(house))
    assert.is(await house.dump(), before)
  }))

test('silence for four hours closes a conversation, and hangs up its call', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const path = `/api/visits/${scene.id}`
    house.pass(3 * hour)
    done(await scene.customer.post(`${path}/messages`, { text: 'still here' }))
    house.pass(4 * hour)
    // The call was lost long before; that was an event too.
    await tick(house)
    assert.equal(
      [await stateOf(house, scene.id), (await house.types(scene.id)).at(-1)],
      ['active', 'call.lost'],
    )
    house.pass(4 * hour + 1)
    assert.is(await tick(house), true)
    const last = (await house.events(scene.id)).at(-1)
    assert.equal([last?.type, last?.actor.kind], ['conversation.closed', 'clock'])
    const [row] = await house.rows('SELECT closed_by, closed_at FROM conversations')
    assert.equal(row, { closed_by: 'clock', closed_at: house.edge.clock() })
    assert.is((await scene.customer.post(`${path}/survey`, { rating: 3 })).status, 204)
  }))

test('a customer who waits in vain for four hours is let go, and the job with them', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse', { status: 'offline' })
    const scene = await opened(house, ayse)
    house.pass(4 * hour)
    assert.is(await tick(house), false)
    house.pass(1)
    assert.is(await tick(house), true)
    assert.is(await stateOf(house, scene.id), 'closed')
    assert.equal(await house.rows('SELECT state FROM jobs'), [{ state: 'cancelled' }])
    done(await ayse.call('PUT', '/api/status', { status: 'online' }))
    assert.equal(await house.rows('SELECT * FROM offers'), [])
  }))

test('a closed conversation that nobody files is filed after a day, with the clock’s own reason', () =>
  withEdge(async (house) => {
    const scene = await closed(house, await house.operator('Ayse'))
    house.pass(24 * hour)
    assert.is(await tick(house), false)
    house.pass(1)
    assert.is(await tick(house), true)
    const last = (await house.events(scene.id)).at(-1)
    assert.equal(
      [last?.type, last?.actor.kind, last?.data],
      ['conversation.archived', 'clock', { reason: 'not-filed' }],
    )
    assert.is(await stateOf(house, scene.id), 'archived')
  }))

test('two clocks that run at the same moment end everything once', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse', { limit: 10 })
    await ringing(house, ayse, 'customer')
    await closed(house, ayse)
    await invited(ayse)
    await opened(house, ayse)
    house.pass(200 * hour)
    await Promise.all(Array.from({ length: 4 }, () => lapseOverdue(clock(house))))
    const ends = (await house.types()).filter((type) => /lapsed|missed|archived/.test(type)).sort()
    assert.equal(ends, ['call.missed', 'conversation.archived', 'invite.lapsed', 'offer.lapsed'])
  }))

test('answers are forgotten after a week', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const kept = async () => (await house.rows('SELECT count(*) AS n FROM idempotency'))[0]?.n
    const before = await kept()
    house.pass(7 * 24 * hour)
    await lapseOverdue(clock(house))
    assert.is(await kept(), before)
    house.pass(1)
    await lapseOverdue(clock(house))
    assert.is(await kept(), 0)
    assert.ok(scene.id)
  }))

test('nothing of what is overdue waits for another hundred', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await invited(ayse)
    await house.change(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250)
       INSERT INTO conversations (id, customer_id, state, assignment, language, inviter_id, created_at, last_event_at)
       SELECT 'c' || i, c.customer_id, 'invited', 'normal', 'en', c.inviter_id, 1, 1 FROM n, conversations c WHERE c.id = ?`,
      [scene.id],
    )
    // A hundred a round at the most, and fewer where a transaction's time is over sooner.
    let rounds = 0
    while (await tick(house)) rounds++
    assert.ok(rounds >= 3, `${rounds} rounds`)
    assert.is((await house.types()).filter((type) => type === 'invite.lapsed').length, 250)
  }))

test.run()
