import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { lapseOverdue } from '../../../edge/actions/lapse-overdue.ts'
import type { ConversationSummary } from '../../../edge/domain/wire.ts'
import { strangerContext } from '../../../edge/routes/edge.ts'
import { type TestEdge, withEdge } from '../../support/house.ts'
import { active, done, jobOf, opened, ringsFor, type Scene, stateOf } from '../../support/scenes.ts'

const transfer = ({ operator, id }: Scene, to: object, key = crypto.randomUUID()) =>
  operator.post<ConversationSummary>(`/api/conversations/${id}/transfer`, to, { key })
const later = (house: TestEdge) => lapseOverdue(strangerContext(house.edge, { kind: 'clock' }))

test('to a department: the call ends, the customer waits again, and a member’s telephone rings', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const bora = await house.operator('Bora')
    const departmentId = await house.department('Cards', [bora])
    house.pass(10_000)
    const summary = done(await transfer(scene, { departmentId }))
    assert.equal([summary.state, summary.operator, summary.call], ['offered', null, null])
    assert.equal([summary.department?.name, summary.waitingSince], ['Cards', house.edge.clock()])
    const last = (await house.events(scene.id)).slice(-3)
    assert.equal(
      last.map(({ type }) => type),
      ['call.hung-up', 'conversation.transferred', 'job.offered'],
    )
    assert.equal(last[1]?.data, { toDepartment: 'Cards', toOperator: null })
    assert.is(await ringsFor(house, scene.id), 'Bora')
    done(await bora.post(`/api/jobs/${await jobOf(house, scene.id)}/accept`))
    assert.is((await house.rows("SELECT id FROM calls WHERE state = 'live'")).length, 1)
  }))

test('to an operator: that one is asked first', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    await house.operator('Bora')
    const cem = await house.operator('Cem')
    await active(house, cem)
    const summary = done(await transfer(scene, { operatorId: cem.id }))
    assert.is(await ringsFor(house, scene.id), 'Cem')
    const event = (await house.events(scene.id)).find(({ type }) => type === 'conversation.transferred')
    assert.equal(event?.data, { toDepartment: null, toOperator: 'Cem' })
    assert.is(summary.operator, null)
  }))

test('whoever handed the customer on is not rung for them at once, but may be after a minute', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const departmentId = await house.department('Cards', [ayse])
    const scene = await active(house, ayse, { departmentId })
    done(await transfer(scene, { departmentId }))
    assert.equal([await ringsFor(house, scene.id), await stateOf(house, scene.id)], [null, 'waiting'])
    house.pass(60_000)
    await later(house)
    assert.is(await ringsFor(house, scene.id), 'Ayse')
  }))

test('out of one’s own reach: it is answered all the same, and then it is gone', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse', { status: 'busy' })
    const bora = await house.operator('Bora')
    const cards = await house.department('Cards', [bora])
    const loans = await house.department('Loans', [])
    const scene = { ...(await takenOver(house, ayse, bora, cards)), operator: bora }
    const key = crypto.randomUUID()
    const summary = done(await transfer(scene, { departmentId: loans }, key))
    assert.is(summary.department?.name, 'Loans')
    assert.is((await bora.get(`/api/conversations/${scene.id}`)).status, 404)
    assert.equal(done(await transfer(scene, { departmentId: cards }, key)), summary)
    assert.is((await house.types(scene.id)).filter((type) => type === 'conversation.transferred').length, 1)
  }))

/** Invited by one operator, accepted by another. */
async function takenOver(
  house: TestEdge,
  inviter: Scene['operator'],
  taker: Scene['operator'],
  departmentId: string,
) {
  const scene = await opened(house, inviter, { assignment: 'normal', departmentId })
  done(await taker.post(`/api/jobs/${await jobOf(house, scene.id)}/accept`))
  return scene
}

test('to nobody, to a stranger, to oneself or to both is refused by its field', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const gone = await house.operator('Gone')
    await house.change('UPDATE operators SET disabled_at = 1 WHERE id = ?', [gone.id])
    const departmentId = await house.department('Cards', [])
    const nobody = crypto.randomUUID()
    const refused: [object, string | undefined][] = [
      [{ departmentId: nobody }, 'departmentId'],
      [{ operatorId: nobody }, 'operatorId'],
      [{ operatorId: gone.id }, 'operatorId'],
      [{ operatorId: scene.operator.id }, 'operatorId'],
      [{ operatorId: 'not an id' }, undefined],
      [{ departmentId, operatorId: gone.id }, undefined],
      [{}, undefined],
    ]
    const before = await house.dump()
    for (const [to, field] of refused) {
      const answer = await scene.operator.post<{ error: { details: object } }>(
        `/api/conversations/${scene.id}/transfer`,
        to,
      )
      assert.equal([answer.status, answer.code], [422, 'invalid-input'], JSON.stringify(to))
      if (field) assert.equal(answer.body.error.details, { field })
    }
    assert.is(await house.dump(), before)
  }))

test('the conversation and what was written stay with the customer', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const bora = await house.operator('Bora')
    done(await scene.customer.post(`/api/visits/${scene.id}/messages`, { text: 'before' }))
    done(await transfer(scene, { operatorId: bora.id }))
    done(await scene.customer.post(`/api/visits/${scene.id}/messages`, { text: 'while waiting' }))
    done(await bora.post(`/api/jobs/${await jobOf(house, scene.id)}/accept`))
    const { events } = done(
      await bora.get<{ events: { type: string }[] }>(`/api/conversations/${scene.id}/events`),
    )
    assert.is(events.filter(({ type }) => type === 'message.posted').length, 2)
  }))

test.run()
