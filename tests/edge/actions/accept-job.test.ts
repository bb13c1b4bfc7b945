import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ConversationSummary, ErrorAnswer } from '../../../edge/domain/wire.ts'
import { withEdge } from '../../support/house.ts'
import { active, done, jobOf, opened, ringsFor, stateOf } from '../../support/scenes.ts'

test('the green button makes the conversation active and its call live, in one step', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await opened(house, ayse)
    const jobId = await jobOf(house, scene.id)
    const summary = done(await ayse.post<ConversationSummary>(`/api/jobs/${jobId}/accept`))
    assert.is(summary.state, 'active')
    assert.is(summary.operator?.id, ayse.id)
    assert.is(summary.call?.state, 'live')
    const [accepted, answered] = (await house.events(scene.id)).slice(-2)
    assert.equal(accepted?.data, { jobId, operatorId: ayse.id, operatorName: 'Ayse' })
    assert.equal(accepted?.actor, { kind: 'operator', id: ayse.id })
    assert.equal([accepted?.type, answered?.type], ['job.accepted', 'call.answered'])
    const [job] = await house.rows('SELECT state, accepted_by, accepted_at FROM jobs WHERE id = ?', [jobId])
    assert.equal(job, { state: 'accepted', accepted_by: ayse.id, accepted_at: house.edge.clock() })
    const [offer] = await house.rows('SELECT state, ended_at FROM offers')
    assert.equal(offer, { state: 'accepted', ended_at: house.edge.clock() })
  }))

test('who comes second is told who took it', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const scene = await opened(house, ayse)
    const jobId = await jobOf(house, scene.id)
    done(await ayse.post(`/api/jobs/${jobId}/decline`))
    assert.is(await ringsFor(house, scene.id), 'Bora')
    done(await bora.post(`/api/jobs/${jobId}/accept`))
    const before = (await house.events()).length
    const late = await ayse.post<ErrorAnswer>(`/api/jobs/${jobId}/accept`)
    assert.is(late.status, 409)
    assert.is(late.code, 'already-taken')
    assert.equal(late.body.error.details, { by: 'Bora' })
    assert.is((await house.events()).length, before)
  }))

test('the operator who was passed over cannot take what rings elsewhere now', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    await house.operator('Bora')
    const scene = await opened(house, ayse)
    const jobId = await jobOf(house, scene.id)
    done(await ayse.post(`/api/jobs/${jobId}/decline`))
    assert.is((await ayse.post(`/api/jobs/${jobId}/accept`)).code, 'wrong-state')
    assert.is(await stateOf(house, scene.id), 'offered')
  }))

test('for an operator who was never asked, the job does not exist', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const scene = await opened(house, ayse)
    const answer = await bora.post(`/api/jobs/${await jobOf(house, scene.id)}/accept`)
    assert.equal([answer.status, answer.code], [404, 'not-found'])
    assert.is((await bora.post('/api/jobs/no-such-job/accept')).status, 404)
  }))

test('the same press sent again gets the first answer; a press on another device is told who has it', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await opened(house, ayse)
    const path = `/api/jobs/${await jobOf(house, scene.id)}/accept`
    const key = crypto.randomUUID()
    const first = done(await ayse.post(path, {}, { key }))
    assert.equal(done(await ayse.post(path, {}, { key })), first)
    const other = await ayse.post<ErrorAnswer>(path)
    assert.equal(other.body.error.details, { by: 'Ayse' })
  }))

test('an offer that ran out, but was not taken back yet, may still be accepted', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await opened(house, ayse)
    house.pass(31_000)
    done(await ayse.post(`/api/jobs/${await jobOf(house, scene.id)}/accept`))
    assert.is(await stateOf(house, scene.id), 'active')
  }))

test('a job whose customer left is over for everybody', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await opened(house, ayse)
    const jobId = await jobOf(house, scene.id)
    done(await scene.customer.post(`/api/visits/${scene.id}/close`))
    assert.is((await ayse.post(`/api/jobs/${jobId}/accept`)).code, 'wrong-state')
    assert.equal(await house.rows('SELECT id FROM calls'), [])
  }))

test('accepting brings a customer who already talks nobody else', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse)
    assert.is((await ayse.post(`/api/jobs/${await jobOf(house, scene.id)}/accept`)).code, 'already-taken')
  }))

test.run()
