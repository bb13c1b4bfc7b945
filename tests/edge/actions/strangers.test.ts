// not over a remote database: who is a stranger is in the same queries, and asking them all takes long there
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { withEdge } from '../../support/house.ts'
import { active, callOf, done, invited, jobOf, nextPhone, opened } from '../../support/scenes.ts'
import { customerVerbs, jobVerbs, operatorVerbs, teamVerbs } from './verbs.ts'

for (const [verb, send] of Object.entries({ ...operatorVerbs, ...jobVerbs })) {
  test(`an operator out of reach finds nothing to ${verb}`, () =>
    withEdge(async (house) => {
      const ayse = await house.operator('Ayse')
      const departmentId = await house.department('Cards', [ayse])
      const scene = await active(house, ayse, { departmentId })
      const ids = { jobId: await jobOf(house, scene.id), callId: await callOf(house, scene.id) }
      const stranger = await house.operator('Selin')
      const before = await house.dump()
      const answer = await send({ ...scene, operator: stranger }, ids)
      assert.equal([answer.status, answer.code], [404, 'not-found'])
      assert.is(await house.dump(), before)
    }))
}

for (const [verb, send] of Object.entries(customerVerbs)) {
  test(`another device finds nothing to ${verb}`, () =>
    withEdge(async (house) => {
      const ayse = await house.operator('Ayse')
      const scene = await active(house, ayse)
      // A device that has a conversation of its own, and one that never was anywhere.
      const { customer: other } = await opened(house, ayse)
      const ids = { jobId: '', callId: await callOf(house, scene.id) }
      const before = await house.dump()
      for (const customer of [other, house.stranger()]) {
        const answer = await send({ ...scene, customer }, ids)
        assert.equal([answer.status, answer.code], [404, 'not-found'])
      }
      assert.is(await house.dump(), before)
    }))
}

for (const [verb, send] of Object.entries({ ...operatorVerbs, ...jobVerbs })) {
  test(`nobody can ${verb} without signing in`, () =>
    withEdge(async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const ids = { jobId: await jobOf(house, scene.id), callId: await callOf(house, scene.id) }
      const before = await house.dump()
      const nobody = Object.assign(house.stranger(), { id: '', name: '' })
      const answer = await send({ ...scene, operator: nobody }, ids)
      assert.equal([answer.status, answer.code], [401, 'not-signed-in'])
      // The customer of the conversation is no operator either.
      const customer = Object.assign(scene.customer, { id: '', name: '' })
      assert.is((await send({ ...scene, operator: customer }, ids)).status, 401)
      assert.is(await house.dump(), before)
    }))
}

test('a colleague within reach may read, but not act in what is another’s', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const scene = await active(house, ayse)
    const ids = { jobId: '', callId: await callOf(house, scene.id) }
    done(await bora.get(`/api/conversations/${scene.id}`))
    done(await bora.get(`/api/conversations/${scene.id}/events`))
    const before = await house.dump()
    const { resend: _, revoke: __, ...acting } = operatorVerbs
    for (const [verb, send] of Object.entries(acting)) {
      if (verb in teamVerbs) continue
      const answer = await send({ ...scene, operator: bora }, ids)
      assert.equal([answer.status, answer.code], [403, 'not-allowed'], verb)
    }
    assert.is(await house.dump(), before)
  }))

test('what an operator cannot reach is in none of the lists', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const selin = await house.operator('Selin')
    const departmentId = await house.department('Cards', [ayse])
    const { id } = await invited(ayse, { departmentId, customerName: 'Deniz' })
    const inbox = done(await selin.get<{ conversations: object[] }>('/api/inbox'))
    assert.equal(inbox.conversations, [])
    for (const path of [`/api/conversations/${id}`, `/api/conversations/${id}/events`]) {
      assert.is((await selin.get(path)).code, 'not-found')
    }
    const admin = await house.operator('Root', { role: 'admin' })
    assert.is(done(await admin.get<{ id: string }>(`/api/conversations/${id}`)).id, id)
  }))

test('a call of another conversation is not found in this one', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const first = await active(house, ayse)
    const second = await active(house, ayse)
    const ids = { jobId: '', callId: await callOf(house, first.id) }
    const before = await house.dump()
    for (const verb of ['operator end', 'operator alive', 'operator answer', 'operator decline']) {
      assert.is((await operatorVerbs[verb]?.(second, ids))?.code, 'not-found', verb)
    }
    for (const verb of ['customer end', 'customer alive', 'customer answer', 'customer decline']) {
      assert.is((await customerVerbs[verb]?.(second, ids))?.code, 'not-found', verb)
    }
    assert.is(await house.dump(), before)
  }))

test('an operator who was named, or who invited, reaches it without being in the department', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const departmentId = await house.department('Cards', [])
    const asked = { phone: nextPhone(), assignment: 'normal', departmentId, operatorId: bora.id }
    const { conversationId } = done(await ayse.post<{ conversationId: string }>('/api/invites', asked))
    for (const person of [ayse, bora]) done(await person.get(`/api/conversations/${conversationId}`))
  }))

test.run()
