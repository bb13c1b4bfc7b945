// not over a remote database: the doors stand before it
// What stands at the door: strange origins, strange bodies, faults, and what is said about them.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ErrorAnswer } from '../../../edge/domain/wire.ts'
import { Caller } from '../../support/caller.ts'
import { withEdge } from '../../support/house.ts'
import { active, done, nextPhone } from '../../support/scenes.ts'
import { testHere } from '../../support/workerd/test-here.ts'

const ours = 'http://localhost:8787'

const foreign: [string, Record<string, string>][] = [
  ['another origin', { origin: 'https://evil.example' }],
  ['another port', { origin: 'http://localhost:9999' }],
  ['our name as a part of theirs', { origin: 'http://localhost:8787.evil.example' }],
  ['no origin that could be named', { origin: 'null' }],
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbour of ours', { 'sec-fetch-site': 'same-site' }],
  ['our origin, but another site', { origin: ours, 'sec-fetch-site': 'cross-site' }],
  [
    'another origin, as a browser from afar says it',
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  ],
]
for (const [what, headers] of foreign) {
  test(`a request from ${what} changes nothing`, () =>
    withEdge(async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const before = await house.dump()
      const message = { text: 'x' }
      const answers = [
        await scene.operator.post(`/api/conversations/${scene.id}/messages`, message, { headers }),
        await scene.customer.post(`/api/visits/${scene.id}/close`, {}, { headers }),
        await scene.operator.call('PUT', '/api/status', { status: 'busy' }, { headers }),
        await scene.operator.call('DELETE', '/api/session', undefined, { headers }),
        await scene.operator.call('PATCH', `/api/team/operators/${scene.operator.id}`, {}, { headers }),
        await house.stranger().post('/api/session', { email: 'a', password: 'b' }, { headers }),
      ]
      assert.equal(
        answers.map(({ status, code }) => `${status} ${code}`),
        answers.map(() => '403 not-allowed'),
      )
      assert.is(await house.dump(), before)
    }))
}

const known: Record<string, string>[] = [
  { origin: ours },
  { origin: ours, 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'none' },
  {},
]
for (const headers of known) {
  test(`a request with ${JSON.stringify(headers)} is ours`, () =>
    withEdge(async (house) => {
      const ayse = await house.operator('Ayse')
      done(await ayse.call('PUT', '/api/status', { status: 'busy' }, { headers }))
    }))
}

test('no page of another origin is let read anything', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const answer = await ayse.get('/api/inbox', { headers: { origin: 'https://evil.example' } })
    assert.is(answer.headers.get('access-control-allow-origin'), null)
    const preflight = await ayse.call('OPTIONS', '/api/status', undefined, {
      headers: { origin: 'https://evil.example' },
    })
    assert.is(preflight.headers.get('access-control-allow-origin'), null)
    assert.ok(preflight.status >= 400)
  }))

for (const type of [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'text/json',
  '',
]) {
  test(`a body of the kind "${type}" is refused as such`, () =>
    withEdge(async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const before = await house.dump()
      const sending = {
        raw: JSON.stringify({ text: 'x' }),
        headers: { 'content-type': type, 'content-length': '12' },
      }
      for (const path of [
        `/api/conversations/${scene.id}/messages`,
        `/api/conversations/${scene.id}/calls`,
      ]) {
        const answer = await scene.operator.post(path, undefined, sending)
        assert.equal([answer.status, answer.code], [415, 'wrong-kind'])
      }
      assert.is(await house.dump(), before)
    }))
}

const bodies: [string, string, number][] = [
  ['nothing', '', 422],
  ['half a sentence', '{"text": "x', 422],
  ['no JSON', 'text=x', 422],
  ['a list', '[]', 422],
  ['a word', '"text"', 422],
  ['null', 'null', 422],
  ['another type', '{"text": 7}', 422],
  ['a field too many', '{"text": "x", "side": "operator"}', 422],
  ['a field missing', '{}', 422],
  ['two hundred levels', `{"text": ${'['.repeat(200)}${']'.repeat(200)}}`, 422],
  ['a hundred thousand levels', `{"text": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 422],
  [
    'a hundred thousand objects in each other',
    `{"text": ${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}}`,
    422,
  ],
  ['a megabyte', JSON.stringify({ text: 'a'.repeat(1_000_000) }), 413],
]
for (const [what, raw, status] of bodies) {
  test(`a body of ${what} is refused in a sentence, and changes nothing`, () =>
    withEdge(async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const before = await house.dump()
      const answer = await scene.customer.post<ErrorAnswer>(`/api/visits/${scene.id}/messages`, undefined, {
        raw,
      })
      assert.is(answer.status, status)
      assert.is(answer.code, status === 413 ? 'too-large' : 'invalid-input')
      assert.match(answer.body.error.message, /^[A-Z].{10,}/)
      assert.ok(answer.body.error.message.length < 200)
      assert.is(answer.body.error.requestId, answer.headers.get('x-request-id'))
      assert.is(await house.dump(), before)
    }))
}

testHere('a megabyte that does not say its length is refused as well', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const chunk = new TextEncoder().encode('a'.repeat(64 * 1024))
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        if (sent++ < 16) controller.enqueue(chunk)
        else controller.close()
      },
    })
    const cookie = `visavis_device=${scene.customer.cookies.get('visavis_device')?.value}`
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body,
      duplex: 'half' as const,
    }
    const response = await house.api.request(`/api/visits/${scene.id}/messages`, init)
    assert.is(response.status, 413)
    assert.is(((await response.json()) as ErrorAnswer).error.code, 'too-large')
  }),
)

const unknownFields: [string, string, object][] = [
  ['POST', '/api/session', { email: 'a', password: 'b' }],
  ['POST', '/api/join/look', { token: 'x' }],
  ['POST', '/api/visits', { token: 'x' }],
  ['PUT', '/api/status', { status: 'online' }],
  ['POST', '/api/invites', { phone: nextPhone(), assignment: 'direct' }],
  ['POST', '/api/conversations/x/messages', { text: 'x' }],
  ['POST', '/api/conversations/x/archive', { reason: 'resolved' }],
  ['POST', '/api/conversations/x/transfer', { operatorId: crypto.randomUUID() }],
  ['POST', '/api/team/operators', { email: 'a@example.org', role: 'operator' }],
  ['PATCH', '/api/team/operators/x', { disabled: false }],
  ['POST', '/api/team/departments', { name: 'x' }],
]
for (const [method, path, body] of unknownFields) {
  test(`${method} ${path} names the field that it does not know`, () =>
    withEdge(async (house) => {
      const root = await house.operator('Root', { role: 'admin' })
      const answer = await root.call<ErrorAnswer>(method, path, { ...body, isAdmin: true })
      assert.equal([answer.status, answer.code], [422, 'invalid-input'])
      assert.equal(answer.body.error.details, { field: 'isAdmin' })
    }))
}

test('what breaks on our side says so and no more; the log says why, under the same number', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    await house.change(
      "CREATE TRIGGER broken BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'secret cause'); END",
    )
    const answer = await scene.customer.post<ErrorAnswer>(`/api/visits/${scene.id}/messages`, {
      text: 'private words',
    })
    const { requestId, ...said } = answer.body.error
    assert.is(answer.status, 500)
    const message = 'Something went wrong on our side. Nothing that was confirmed is lost.'
    assert.equal(said, { code: 'fault', message })
    const [line] = house.logs
    assert.equal([house.logs.length, line?.requestId, line?.level], [1, requestId, 'error'])
    assert.match(String(line?.cause), /secret cause/)
    assert.not.ok(JSON.stringify(house.logs).includes('private words'))
    house.logs.length = 0
  }))

testHere('a database that is gone: try again, says the API; unwell, says the health', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    assert.equal(done(await house.stranger().get('/healthz')), { status: 'ok' })
    await house.database.close()
    const answer = await ayse.call<ErrorAnswer>('PUT', '/api/status', { status: 'busy' })
    assert.equal([answer.status, answer.code], [503, 'unavailable'])
    assert.not.match(answer.body.error.message, /sqlite|client|closed/i)
    const health = await house.stranger().get<{ status: string }>('/healthz')
    assert.equal([health.status, health.body.status], [503, 'database unavailable'])
    assert.ok(house.logs.length >= 2)
    house.logs.length = 0
  }),
)

test('no answer of the API is kept by a cache, and none may be framed', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    for (const path of [
      '/api/inbox',
      '/api/team',
      '/api/session',
      '/api/nowhere',
      '/api/conversations/none',
      '/api/openapi.json',
    ]) {
      const { headers } = await ayse.get(path)
      assert.is(headers.get('cache-control'), 'no-store', path)
      assert.is(headers.get('x-frame-options'), 'DENY')
      assert.is(headers.get('referrer-policy'), 'no-referrer')
      assert.is(headers.get('x-content-type-options'), 'nosniff')
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'self'.*frame-ancestors 'none'/)
    }
  }))

test('an address that there is not is not found, by any method', () =>
  withEdge(async (house) => {
    const caller = new Caller(house.api)
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      assert.equal(
        [(await caller.call(method, '/api/nowhere')).code, (await caller.call(method, '/api/../x')).status],
        ['not-found', 404],
      )
    }
  }))

testHere('the description holds every route that there is', () =>
  withEdge(async (house) => {
    const { paths } = done(await house.stranger().get<{ paths: Record<string, object> }>('/api/openapi.json'))
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    const routes = house.api.routes.filter(
      ({ method, path }) => method !== 'ALL' && path !== '/api/openapi.json',
    )
    const there = routes.map(
      ({ method, path }) =>
        `${method.toLowerCase()} ${path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}').replace(/(.)\/$/, '$1')}`,
    )
    assert.equal(
      [...new Set(there)].filter((route) => !described.includes(route)),
      [],
    )
    assert.ok(there.length > 35)
  }),
)

test.run()
