// How far the customer got, the hint that helps, the queue, and the templates.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ConversationSummary, Inbox, InviteAnswer, Template } from '../../../edge/domain/wire.ts'
import { readStream } from '../../support/event-stream-reader.ts'
import { withEdge } from '../../support/house.ts'
import { active, done, nextPhone, opened } from '../../support/scenes.ts'

test('the team sees how far the customer got, once for each step', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse', { status: 'busy' })
    const { id, customer } = await opened(house, ayse)
    for (const step of ['in-app-browser', 'camera-asked', 'camera-asked', 'camera-denied']) {
      done(await customer.post(`/api/visits/${id}/progress`, { step }))
    }
    const steps = (await house.events(id))
      .filter(({ type }) => type === 'visit.progressed')
      .map(({ data }) => data)
    assert.equal(steps, [{ step: 'in-app-browser' }, { step: 'camera-asked' }, { step: 'camera-denied' }])
    const summary = done(await ayse.get<ConversationSummary>(`/api/conversations/${id}`))
    assert.equal(summary.progress, { step: 'camera-denied', at: house.edge.clock() })
    assert.is((await customer.post(`/api/visits/${id}/progress`, { step: 'asleep' })).code, 'invalid-input')
  }))

test('a hint reaches the customer’s page, also from a colleague before anybody took the job', () =>
  withEdge(async (house) => {
    const { id, customer } = await opened(house, await house.operator('Ayse', { status: 'busy' }))
    const bora = await house.operator('Bora', { status: 'busy' })
    const stream = readStream(await customer.send('GET', `/api/visits/${id}/events`))
    done(await bora.post(`/api/conversations/${id}/hints`, { hint: 'allow-camera' }))
    const frame = await stream.until(({ data }) => data.includes('hint.sent'))
    assert.equal(JSON.parse(frame.data).data, { hint: 'allow-camera' })
    await stream.leave()
  }))

test('who waits is told the place in the queue of the department, and when it changes', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse', { status: 'busy' })
    const departmentId = await house.department('Cards', [ayse])
    const first = await opened(house, ayse, { departmentId })
    await opened(house, ayse)
    house.pass(1_000)
    const second = await opened(house, ayse, { departmentId })
    const stream = readStream(await second.customer.send('GET', `/api/visits/${second.id}/events`))
    const place = async (position: number) =>
      stream.until(({ event, data }) => event === 'signal' && JSON.parse(data).position === position)
    await place(2)
    done(await first.customer.post(`/api/visits/${first.id}/close`))
    await place(1)
    await stream.leave()
  }))

test('templates are the administrator’s to make, everybody’s to use, and their variables are filled in', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin' })
    const ayse = await house.operator('Ayse')
    const words = { name: 'Boiler', language: 'en', text: 'Hello {name}, {operator} from {team} here:' }
    assert.is((await ayse.post('/api/team/templates', words)).code, 'not-allowed')
    const made = done(await root.post<Template>('/api/team/templates', words))
    assert.equal(done(await ayse.get<Inbox>('/api/inbox')).team.templates, [made])
    const asked = { phone: nextPhone(), assignment: 'direct', customerName: 'Cem', message: made.text }
    const { sms } = done(await ayse.post<InviteAnswer>('/api/invites', asked))
    assert.match(sms.text, new RegExp(`^Hello Cem, Ayse from ${house.edge.teamName} here: http`))
    const changed = { ...words, name: 'Boilers' }
    assert.is(
      done(await root.call<Template>('PUT', `/api/team/templates/${made.id}`, changed)).name,
      'Boilers',
    )
    done(await root.call('DELETE', `/api/team/templates/${made.id}`))
    assert.is((await root.call('DELETE', `/api/team/templates/${made.id}`)).code, 'not-found')
    assert.equal(done(await ayse.get<Inbox>('/api/inbox')).team.templates, [])
  }))

test('a step and a hint are refused once the conversation is over', () =>
  withEdge(async (house) => {
    const { id, customer, operator } = await active(house, await house.operator('Ayse'))
    done(await customer.post(`/api/visits/${id}/close`))
    assert.is((await customer.post(`/api/visits/${id}/progress`, { step: 'connected' })).code, 'wrong-state')
    assert.is(
      (await operator.post(`/api/conversations/${id}/hints`, { hint: 'reload-page' })).code,
      'wrong-state',
    )
  }))

test.run()
