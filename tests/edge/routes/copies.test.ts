// What a device keeps: marks and copies within reach alone, a key of its session, and the word that it is over.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ArchiveMark, History, SessionKey } from '../../../edge/domain/wire.ts'
import type { Operator } from '../../support/house.ts'
import { withEdge } from '../../support/house.ts'
import { active, archived, done } from '../../support/scenes.ts'

const day = 24 * 3_600_000
const marksOf = async (operator: Operator, query: string) =>
  done(await operator.get<{ marks: ArchiveMark[] }>(`/api/archive/marks?${query}`)).marks
const copiesOf = async (operator: Operator, ...ids: string[]) =>
  done(
    await operator.get<{ copies: History[] }>(`/api/archive/copies?${ids.map((id) => `id=${id}`).join('&')}`),
  ).copies

test('marks tell what was filed in the last days by the edge’s clock, or is asked for, and how far it goes', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const old = await archived(house, ayse, { customerName: 'Deniz' })
    house.pass(10 * day)
    const fresh = await archived(house, ayse)
    await active(house, ayse)
    const seq = async (id: string) => (await house.events(id)).at(-1)?.seq
    assert.equal(await marksOf(ayse, 'days=9'), [{ id: fresh.id, seq: await seq(fresh.id), name: '' }])
    const both = await marksOf(ayse, `days=9&id=${old.id}`)
    assert.equal(both[1], { id: old.id, seq: await seq(old.id), name: 'Deniz' })
    assert.equal((await marksOf(ayse, 'days=11')).length, 2)
    assert.equal(await marksOf(ayse, ''), [])
    done(await ayse.post(`/api/conversations/${old.id}/notes`, { text: 'later' }))
    const [after] = await marksOf(ayse, `id=${old.id}`)
    assert.ok((after?.seq ?? 0) > (both[1]?.seq ?? 0))
  }))

test('copies are whole histories; what is out of reach is in neither', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const selin = await house.operator('Selin')
    const departmentId = await house.department('Cards', [ayse])
    const scene = await archived(house, ayse, { departmentId })
    const [copy, ...others] = await copiesOf(ayse, scene.id, 'nothing', crypto.randomUUID())
    assert.equal(others.length, 0)
    assert.equal(
      copy?.events.map(({ type }) => type),
      await house.types(scene.id),
    )
    assert.is(copy?.conversation.state, 'archived')
    assert.equal(await copiesOf(selin, scene.id), [])
    assert.equal(await marksOf(selin, `days=9&id=${scene.id}`), [])
  }))

test('each session has a key of its own, the same whenever it asks, and of it nothing lies in the database', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const keyOf = async (operator: Operator) => done(await operator.get<SessionKey>('/api/session/key')).key
    const key = await keyOf(ayse)
    assert.match(key, /^[\w-]{43}$/)
    assert.is(await keyOf(ayse), key)
    assert.is.not(await keyOf(bora), key)
    assert.not.ok((await house.dump()).includes(key))
    assert.is((await house.stranger().get('/api/session/key')).code, 'not-signed-in')
  }))

test('a device whose operator is disabled hears that its session was revoked; who signed out is only not signed in', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin' })
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const cookie = bora.cookies.get('visavis_session')
    await bora.call('DELETE', '/api/session')
    bora.cookies.set('visavis_session', cookie ?? { value: '', path: '/api' })
    assert.is((await bora.get('/api/inbox')).code, 'not-signed-in')
    done(await root.call('PATCH', `/api/team/operators/${ayse.id}`, { disabled: true }))
    for (const path of ['/api/session', '/api/inbox', '/api/events']) {
      const answer = await ayse.get(path)
      assert.equal([answer.status, answer.code], [401, 'session-revoked'], path)
    }
  }))

test.run()
