import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Department, ErrorAnswer, OperatorRow, Team } from '../../../edge/domain/wire.ts'
import { withEdge } from '../../support/house.ts'
import { done, invited, opened } from '../../support/scenes.ts'

const added = { email: 'cem@example.org', role: 'operator', departmentIds: [], conversationLimit: 2 }

test('only an administrator changes the team; everybody may see it', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const departmentId = await house.department('Cards', [])
    const before = await house.dump()
    const answers = [
      await ayse.post('/api/team/operators', added),
      await ayse.call('PATCH', `/api/team/operators/${bora.id}`, { disabled: true }),
      await ayse.call('PATCH', `/api/team/operators/${ayse.id}`, { role: 'admin' }),
      await ayse.post(`/api/team/operators/${bora.id}/invite`),
      await ayse.post('/api/team/departments', { name: 'Loans' }),
      await ayse.call('PUT', `/api/team/departments/${departmentId}`, { name: 'Mine', memberIds: [ayse.id] }),
      await ayse.call('DELETE', `/api/team/departments/${departmentId}`),
    ]
    assert.equal(
      answers.map(({ status, code }) => `${status} ${code}`),
      answers.map(() => '403 not-allowed'),
    )
    assert.is(await house.dump(), before)
    const team = done(await ayse.get<Team>('/api/team'))
    assert.equal(
      team.operators.map(({ name }) => name),
      ['Ayse', 'Bora'],
    )
    assert.not.match(JSON.stringify(team), /hash|token|password/)
    assert.is((await house.stranger().get('/api/team')).status, 401)
  }))

test('an operator is added with departments and a limit, and the link is shown this once', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin' })
    const departmentId = await house.department('Cards', [])
    const body = { ...added, departmentIds: [departmentId] }
    const answer = await root.post<{ operator: OperatorRow; link: string }>('/api/team/operators', body)
    assert.is(answer.status, 201)
    const { id, ...row } = answer.body.operator
    assert.equal(row, {
      name: 'cem',
      email: 'cem@example.org',
      role: 'operator',
      status: 'offline',
      conversationLimit: 2,
      departmentIds: [departmentId],
      pending: true,
      disabled: false,
    })
    assert.is((await house.types()).at(-1), 'team.changed')
    assert.ok(id)
    const before = await house.dump()
    for (const email of ['cem@example.org', 'CEM@example.org']) {
      const again = await root.post<ErrorAnswer>('/api/team/operators', { ...added, email })
      assert.equal([again.code, again.body.error.details], ['wrong-state', { field: 'email' }])
    }
    assert.is(await house.dump(), before)
  }))

test('wrong facts about an operator are refused by their field', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin' })
    const wrong: [object, string][] = [
      [{ email: 'cem' }, 'email'],
      [{ role: 'owner' }, 'role'],
      [{ conversationLimit: 0 }, 'conversationLimit'],
      [{ conversationLimit: 51 }, 'conversationLimit'],
      [{ conversationLimit: 1.5 }, 'conversationLimit'],
      [{ departmentIds: ['cards'] }, 'departmentIds.0'],
    ]
    for (const [facts, field] of wrong) {
      const answer = await root.post<ErrorAnswer>('/api/team/operators', { ...added, ...facts })
      assert.equal([answer.status, answer.body.error.details], [422, { field }], field)
    }
  }))

test('a disabled operator is out at once, and comes back Offline when let in again', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin' })
    const ayse = await house.operator('Ayse')
    const path = `/api/team/operators/${ayse.id}`
    assert.is(done(await root.call<OperatorRow>('PATCH', path, { disabled: true })).disabled, true)
    assert.is((await ayse.get('/api/session')).status, 401)
    assert.equal(
      await house.rows('SELECT id FROM sessions JOIN operators ON id = operator_id WHERE id = ?', [ayse.id]),
      [],
    )
    const back = done(await root.call<OperatorRow>('PATCH', path, { disabled: false }))
    assert.equal([back.disabled, back.status], [false, 'offline'])
  }))

test('nobody takes the administration from themselves', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin' })
    const before = await house.dump()
    for (const change of [{ disabled: true }, { role: 'operator' }]) {
      assert.is((await root.call('PATCH', `/api/team/operators/${root.id}`, change)).code, 'wrong-state')
    }
    assert.is(await house.dump(), before)
    const vice = await house.operator('Vice', { role: 'admin' })
    done(await vice.call('PATCH', `/api/team/operators/${root.id}`, { role: 'operator' }))
    assert.is((await root.post('/api/team/departments', { name: 'x' })).code, 'not-allowed')
  }))

test('departments are made, renamed, filled and removed', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin' })
    const ayse = await house.operator('Ayse')
    const made = await root.post<Department>('/api/team/departments', {
      name: ' Cards ',
      memberIds: [ayse.id],
    })
    assert.equal([made.status, made.body.name], [201, 'Cards'])
    const path = `/api/team/departments/${made.body.id}`
    done(await root.call('PUT', path, { name: 'Kredi kartları', memberIds: [root.id] }))
    const { departments, operators } = done(await root.get<Team>('/api/team'))
    assert.equal(departments, [{ id: made.body.id, name: 'Kredi kartları' }])
    assert.equal(
      operators.map(({ name, departmentIds }) => [name, departmentIds.length]),
      [
        ['Ayse', 0],
        ['Root', 1],
      ],
    )
    assert.is((await root.call('DELETE', path)).status, 204)
    assert.equal(done(await root.get<Team>('/api/team')).departments, [])
    assert.equal((await house.types()).filter((type) => type === 'team.changed').length, 3)
  }))

test('two departments of one name are refused, and so is what is not there', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin' })
    const first = await house.department('Cards', [])
    const second = await house.department('Loans', [])
    const before = await house.dump()
    assert.is((await root.post('/api/team/departments', { name: 'cards' })).code, 'wrong-state')
    assert.is(
      (await root.call('PUT', `/api/team/departments/${second}`, { name: 'CARDS' })).code,
      'wrong-state',
    )
    assert.is((await root.post('/api/team/departments', { name: ' ' })).code, 'invalid-input')
    const nobody = crypto.randomUUID()
    assert.is((await root.call('PUT', `/api/team/departments/${nobody}`, { name: 'x' })).code, 'not-found')
    assert.is((await root.call('DELETE', `/api/team/departments/${nobody}`)).code, 'not-found')
    assert.is((await root.call('PATCH', `/api/team/operators/${nobody}`, {})).code, 'not-found')
    assert.is((await root.post(`/api/team/operators/${nobody}/invite`)).code, 'not-found')
    assert.is(await house.dump(), before)
    done(await root.call('PUT', `/api/team/departments/${first}`, { name: 'CARDS' }))
  }))

test('a department sent twice with one key is one', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin' })
    const key = crypto.randomUUID()
    const send = (name: string) => root.post<Department>('/api/team/departments', { name }, { key })
    assert.equal(done(await send('Cards')), done(await send('Loans')))
    assert.is((await house.rows('SELECT id FROM departments')).length, 1)
  }))

test('conversations of a department that is removed are everybody’s', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin', status: 'offline' })
    const departmentId = await house.department('Cards', [])
    const scene = await opened(house, root, { assignment: 'normal', departmentId })
    const ayse = await house.operator('Ayse')
    assert.is((await ayse.get(`/api/conversations/${scene.id}`)).status, 404)
    done(await root.call('DELETE', `/api/team/departments/${departmentId}`))
    done(await ayse.get(`/api/conversations/${scene.id}`))
    const { offer } = done(await ayse.get<{ offer: object | null }>('/api/inbox'))
    assert.ok(offer)
  }))

test('a status is one of four, and everybody hears of it', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    for (const status of ['busy', 'be-right-back', 'offline', 'online']) {
      assert.is(done(await ayse.call<{ status: string }>('PUT', '/api/status', { status })).status, status)
      const event = (await house.events()).at(-1)
      assert.equal(
        [event?.type, event?.conversationId, event?.data],
        ['operator.status-changed', null, { operatorId: ayse.id, status }],
      )
    }
    for (const status of ['away', '', null])
      assert.is((await ayse.call('PUT', '/api/status', { status })).code, 'invalid-input')
  }))

test('an invite of an operator who is disabled later is still everybody’s who may see it', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin' })
    const ayse = await house.operator('Ayse')
    const { id } = await invited(ayse)
    done(await root.call('PATCH', `/api/team/operators/${ayse.id}`, { disabled: true }))
    assert.is(
      done(await root.get<{ inviter: { name: string } }>(`/api/conversations/${id}`)).inviter.name,
      'Ayse',
    )
  }))

test.run()
