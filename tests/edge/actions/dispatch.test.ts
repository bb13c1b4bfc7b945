// Who is asked to take which waiting customer.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { lapseOverdue } from '../../../edge/actions/lapse-overdue.ts'
import { strangerContext } from '../../../edge/routes/edge.ts'
import { type Operator, type TestEdge, withEdge } from '../../support/house.ts'
import { active, done, hangUp, jobOf, opened, ringsFor, type Scene, stateOf } from '../../support/scenes.ts'

const normal = { assignment: 'normal' }
const tick = (house: TestEdge) => lapseOverdue(strangerContext(house.edge, { kind: 'clock' }))
const be = (operator: Operator, status: string) => operator.call('PUT', '/api/status', { status })

async function press(house: TestEdge, operator: Operator, { id }: Scene, verb: 'accept' | 'decline') {
  return done(await operator.post(`/api/jobs/${await jobOf(house, id)}/${verb}`))
}

test('a direct video call rings for its inviter first, however busy the inviter and idle the others', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    await house.operator('Bora')
    await active(house, ayse)
    await active(house, ayse)
    const scene = await opened(house, ayse, { assignment: 'direct' })
    assert.is(await ringsFor(house, scene.id), 'Ayse')
    const offered = (await house.events(scene.id)).at(-1)
    assert.equal([offered?.type, offered?.actor.kind], ['job.offered', 'edge'])
    const data = { jobId: await jobOf(house, scene.id), operatorId: ayse.id, operatorName: 'Ayse' }
    assert.equal(offered?.data, { ...data, expiresAt: house.edge.clock() + 30_000 })
  }))

test('a direct video call goes to somebody else when its inviter is away or at the limit', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse', { limit: 1 })
    await house.operator('Bora')
    await active(house, ayse)
    assert.is(await ringsFor(house, (await opened(house, ayse)).id), 'Bora')
  }))

test('a normal assignment rings for the least busy, not for its inviter', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    await house.operator('Cem')
    await active(house, ayse)
    await active(house, bora)
    assert.is(await ringsFor(house, (await opened(house, ayse, normal)).id), 'Cem')
  }))

test('a normal assignment rings in its department only', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const departmentId = await house.department('Cards', [bora])
    await active(house, bora)
    assert.is(await ringsFor(house, (await opened(house, ayse, { ...normal, departmentId })).id), 'Bora')
    const second = await opened(house, ayse, { ...normal, departmentId })
    assert.equal([await ringsFor(house, second.id), await stateOf(house, second.id)], [null, 'waiting'])
  }))

test('whoever was named is asked first, also from outside the department', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const cem = await house.operator('Cem')
    const departmentId = await house.department('Cards', [bora])
    const facts = { ...normal, departmentId, operatorId: cem.id }
    const scene = await opened(house, ayse, facts)
    assert.is(await ringsFor(house, scene.id), 'Cem')
    await press(house, cem, scene, 'decline')
    assert.is(await ringsFor(house, scene.id), 'Bora')
  }))

test('of a direct call for a named operator: the named one, then the inviter, then the rest', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    await house.operator('Bora')
    const cem = await house.operator('Cem')
    const scene = await opened(house, ayse, { operatorId: cem.id })
    assert.is(await ringsFor(house, scene.id), 'Cem')
    await press(house, cem, scene, 'decline')
    assert.is(await ringsFor(house, scene.id), 'Ayse')
    await press(house, ayse, scene, 'decline')
    assert.is(await ringsFor(house, scene.id), 'Bora')
  }))

test('declined, the job goes on to the next, and the decline is in the log', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    await house.operator('Bora')
    const scene = await opened(house, ayse)
    const jobId = await jobOf(house, scene.id)
    const key = crypto.randomUUID()
    assert.is((await ayse.post(`/api/jobs/${jobId}/decline`, {}, { key })).status, 204)
    const [declined, offered] = (await house.events(scene.id)).slice(-2)
    assert.equal([declined?.type, offered?.type], ['job.declined', 'job.offered'])
    assert.equal(declined?.data, { jobId, operatorId: ayse.id, operatorName: 'Ayse' })
    assert.is(await ringsFor(house, scene.id), 'Bora')
    const offers = await house.rows('SELECT state, ended_at FROM offers ORDER BY rowid')
    assert.equal(offers, [
      { state: 'declined', ended_at: house.edge.clock() },
      { state: 'open', ended_at: null },
    ])
    const before = await house.dump()
    assert.is((await ayse.post(`/api/jobs/${jobId}/decline`, {}, { key })).status, 204)
    assert.is((await ayse.post(`/api/jobs/${jobId}/decline`)).code, 'wrong-state')
    assert.is(await house.dump(), before)
  }))

test('a ring that nobody hears goes on after thirty seconds', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    await house.operator('Bora')
    const scene = await opened(house, ayse)
    house.pass(29_999)
    await tick(house)
    assert.is(await ringsFor(house, scene.id), 'Ayse')
    house.pass(1)
    await tick(house)
    assert.is(await ringsFor(house, scene.id), 'Bora')
    const [lapsed] = (await house.events(scene.id)).slice(-2)
    assert.equal([lapsed?.type, lapsed?.actor.kind], ['offer.lapsed', 'clock'])
  }))

test('who said no is not asked again for a minute, also when nobody else is there', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await opened(house, ayse)
    await press(house, ayse, scene, 'decline')
    assert.equal([await ringsFor(house, scene.id), await stateOf(house, scene.id)], [null, 'waiting'])
    house.pass(59_999)
    await tick(house)
    assert.is(await ringsFor(house, scene.id), null)
    house.pass(1)
    await tick(house)
    assert.is(await ringsFor(house, scene.id), 'Ayse')
  }))

for (const status of ['busy', 'be-right-back', 'offline']) {
  test(`who said no, became ${status} and comes back Online is asked again at once`, () =>
    withEdge(async (house) => {
      const ayse = await house.operator('Ayse')
      const scene = await opened(house, ayse)
      await press(house, ayse, scene, 'decline')
      house.pass(1_000)
      done(await be(ayse, status))
      assert.is(await ringsFor(house, scene.id), null)
      house.pass(1_000)
      done(await be(ayse, 'online'))
      assert.is(await ringsFor(house, scene.id), 'Ayse')
      // Who says no once more has the minute in full.
      await press(house, ayse, scene, 'decline')
      assert.is(await ringsFor(house, scene.id), null)
      house.pass(59_999)
      await tick(house)
      assert.is(await ringsFor(house, scene.id), null)
    }))
}

test('who lets a job ring by going away is rung again by coming back', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await opened(house, ayse)
    house.pass(1_000)
    done(await be(ayse, 'offline'))
    assert.is(await ringsFor(house, scene.id), null)
    done(await be(ayse, 'online'))
    assert.is(await ringsFor(house, scene.id), 'Ayse')
  }))

test('saying Online while Online brings nothing back that was declined', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await opened(house, ayse)
    await press(house, ayse, scene, 'decline')
    house.pass(1_000)
    done(await be(ayse, 'online'))
    assert.is(await ringsFor(house, scene.id), null)
  }))

test('who said no to one customer is asked for the next one', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    await press(house, ayse, await opened(house, ayse), 'decline')
    assert.is(await ringsFor(house, (await opened(house, ayse)).id), 'Ayse')
  }))

for (const status of ['busy', 'be-right-back', 'offline']) {
  test(`an operator who is ${status} is never asked`, () =>
    withEdge(async (house) => {
      const ayse = await house.operator('Ayse', { status })
      const scene = await opened(house, ayse, { operatorId: ayse.id })
      house.pass(10 * 60_000)
      await tick(house)
      assert.equal([await ringsFor(house, scene.id), await stateOf(house, scene.id)], [null, 'waiting'])
    }))

  test(`who becomes ${status} while it rings passes the job on`, () =>
    withEdge(async (house) => {
      const ayse = await house.operator('Ayse')
      await house.operator('Bora')
      const scene = await opened(house, ayse)
      done(await be(ayse, status))
      assert.is(await ringsFor(house, scene.id), 'Bora')
      assert.ok((await house.types(scene.id)).includes('job.declined'))
    }))
}

test('who is waiting is offered, oldest first, when somebody comes Online', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse', { status: 'offline' })
    const first = await opened(house, ayse)
    house.pass(1_000)
    const second = await opened(house, ayse)
    done(await be(ayse, 'online'))
    const changed = (await house.events()).find(({ type }) => type === 'operator.status-changed')
    assert.equal(changed?.data, { operatorId: ayse.id, status: 'online' })
    assert.equal([await ringsFor(house, first.id), await ringsFor(house, second.id)], ['Ayse', null])
  }))

test('who is waiting is offered when an operator finishes a conversation', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse', { limit: 1 })
    const taken = await active(house, ayse)
    const waiting = await opened(house, ayse)
    await hangUp(house, taken)
    assert.is(await ringsFor(house, waiting.id), null)
    done(await ayse.post(`/api/conversations/${taken.id}/archive`, { reason: 'resolved' }))
    assert.is(await ringsFor(house, waiting.id), 'Ayse')
  }))

test('who is waiting is offered when the operator’s customer leaves', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse', { limit: 1 })
    const taken = await active(house, ayse)
    const waiting = await opened(house, ayse)
    done(await taken.customer.post(`/api/visits/${taken.id}/close`))
    assert.is(await ringsFor(house, waiting.id), 'Ayse')
  }))

test('who is waiting is offered when the limit is raised, or when the department gets a member', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin', status: 'offline' })
    const ayse = await house.operator('Ayse', { limit: 1 })
    const departmentId = await house.department('Cards', [])
    await active(house, ayse)
    const waiting = await opened(house, ayse, normal)
    done(await root.call('PATCH', `/api/team/operators/${ayse.id}`, { conversationLimit: 2 }))
    assert.is(await ringsFor(house, waiting.id), 'Ayse')
    await press(house, ayse, waiting, 'accept')
    done(await root.call('PATCH', `/api/team/operators/${ayse.id}`, { conversationLimit: 3 }))
    const inCards = await opened(house, root, { ...normal, departmentId })
    assert.is(await ringsFor(house, inCards.id), null)
    done(
      await root.call('PUT', `/api/team/departments/${departmentId}`, {
        name: 'Cards',
        memberIds: [ayse.id],
      }),
    )
    assert.is(await ringsFor(house, inCards.id), 'Ayse')
  }))

test('one telephone rings for one customer at a time; after the answer comes the next', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const first = await opened(house, ayse)
    const second = await opened(house, ayse)
    assert.equal([await ringsFor(house, first.id), await ringsFor(house, second.id)], ['Ayse', null])
    await press(house, ayse, first, 'accept')
    await tick(house)
    assert.is(await ringsFor(house, second.id), 'Ayse')
  }))

test('three customers and three operators: everybody’s telephone rings once', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    await house.operator('Bora')
    await house.operator('Cem')
    const rings = []
    for (let at = 0; at < 3; at++) rings.push(await ringsFor(house, (await opened(house, ayse, normal)).id))
    assert.equal(rings.sort(), ['Ayse', 'Bora', 'Cem'])
  }))

test('equally busy operators are asked in turn', () =>
  withEdge(async (house) => {
    const team = [await house.operator('Ayse'), await house.operator('Bora'), await house.operator('Cem')]
    const asked = []
    for (let at = 0; at < 6; at++) {
      house.pass(1_000)
      const scene = await opened(house, team[0] as Operator, normal)
      const name = await ringsFor(house, scene.id)
      asked.push(name)
      done(await scene.customer.post(`/api/visits/${scene.id}/close`))
    }
    assert.equal(asked.slice(0, 3), asked.slice(3))
    assert.is(new Set(asked).size, 3)
  }))

test('at the limit nobody is asked; ringing counts for nothing once it is declined', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse', { limit: 2 })
    await active(house, ayse)
    await active(house, ayse)
    const third = await opened(house, ayse)
    assert.is(await ringsFor(house, third.id), null)
  }))

test('a disabled operator is asked for nothing, and what rang goes on', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin', status: 'offline' })
    const ayse = await house.operator('Ayse')
    await house.operator('Bora')
    const scene = await opened(house, ayse)
    done(await root.call('PATCH', `/api/team/operators/${ayse.id}`, { disabled: true }))
    assert.is(await ringsFor(house, scene.id), 'Bora')
  }))

test('who signs out passes on what rang', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    await house.operator('Bora')
    const scene = await opened(house, ayse)
    assert.is((await ayse.call('DELETE', '/api/session')).status, 204)
    assert.is(await ringsFor(house, scene.id), 'Bora')
    assert.is(
      (await house.rows('SELECT status FROM operators WHERE id = ?', [ayse.id]))[0]?.status,
      'offline',
    )
  }))

test('the one whose telephone rings finds the job in the inbox; the others do not', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const scene = await opened(house, ayse)
    type Ringing = { offer: { jobId: string; expiresAt: number; conversation: { id: string } } | null }
    const { offer } = done(await ayse.get<Ringing>('/api/inbox'))
    assert.is(offer?.conversation.id, scene.id)
    assert.is(offer?.expiresAt, house.edge.clock() + 30_000)
    assert.is(done(await bora.get<Ringing>('/api/inbox')).offer, null)
  }))

test('a department where nobody works holds up no other one, however many wait for it', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse', { status: 'offline' })
    const bora = await house.operator('Bora', { status: 'offline' })
    const empty = await house.department('Empty', [ayse])
    const cards = await house.department('Cards', [bora])
    const waiting = { ...normal, departmentId: empty }
    await opened(house, ayse, waiting)
    await house.change(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
       INSERT INTO conversations (id, customer_id, state, assignment, language, inviter_id, department_id,
         device_hash, created_at, last_event_at)
       SELECT 'c' || i, customer_id, 'waiting', 'normal', 'en', inviter_id, department_id, 'd' || i, 1, 1
       FROM n, (SELECT * FROM conversations LIMIT 1)`,
    )
    await house.change(
      `INSERT INTO jobs (id, conversation_id, state, created_at) SELECT 'j' || id, id, 'waiting', 1
       FROM conversations WHERE id GLOB 'c*' AND created_at = 1`,
    )
    const scene = await opened(house, ayse, { ...normal, departmentId: cards })
    done(await be(bora, 'online'))
    assert.is(await ringsFor(house, scene.id), 'Bora')
  }))

test('who is disabled leaves nobody alone: their customers wait again, and ring for somebody else', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin', status: 'offline' })
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse)
    await house.operator('Bora')
    done(await root.call('PATCH', `/api/team/operators/${ayse.id}`, { disabled: true }))
    assert.equal([await stateOf(house, scene.id), await ringsFor(house, scene.id)], ['offered', 'Bora'])
    const types = (await house.events(scene.id)).slice(-3).map(({ type }) => type)
    assert.equal(types, ['call.hung-up', 'conversation.transferred', 'job.offered'])
  }))

test.run()
