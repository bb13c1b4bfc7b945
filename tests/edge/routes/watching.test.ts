// not on workerd: nothing is counted there
// not over a remote database: what is counted there is counted here
// What is said of requests and events to whoever watches over the house, and what is not.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createLog } from '../../../edge/node/log.ts'
import type { LogLine } from '../../../edge/routes/edge.ts'
import { Caller } from '../../support/caller.ts'
import { readStream } from '../../support/event-stream-reader.ts'
import { type TestEdge, withEdge } from '../../support/house.ts'
import { metric } from '../../support/metric.ts'
import { active, done, opened } from '../../support/scenes.ts'
import { untilTrue } from '../../support/until.ts'

const read = async (house: TestEdge): Promise<string> => done(await house.stranger().get<string>('/metrics'))

test('requests are counted by the pattern of their route, never by what somebody asked for', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const path = `/api/visits/${scene.id}/messages`
    for (const text of ['one', 'two']) done(await scene.customer.post(path, { text }))
    await house.stranger().post(path, { text: 'not mine' })
    await new Caller(house.api).call('PROPFIND', '/api/made-up-by-somebody')
    const text = await read(house)
    const of = (status: number) =>
      metric(
        text,
        `visavis_http_requests_total{method="POST",route="/api/visits/:id/messages",status="${status}"}`,
      )
    assert.equal([of(201), of(404)], [2, 1])
    assert.is(
      metric(
        text,
        'visavis_http_request_duration_seconds_count{method="POST",route="/api/visits/:id/messages"}',
      ),
      3,
    )
    assert.is(metric(text, 'visavis_http_requests_total{method="OTHER",route="/api/*",status="404"}'), 1)
    for (const secret of [scene.id, 'made-up', scene.token]) assert.not.ok(text.includes(secret), secret)
  }))

test('what happens is counted, with how long the customer waited and how things stand', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse', { limit: 1 })
    const scene = await opened(house, ayse)
    house.pass(7_000)
    const [job] = await house.rows('SELECT id FROM jobs')
    done(await ayse.post(`/api/jobs/${job?.id}/accept`))
    done(await scene.customer.post(`/api/visits/${scene.id}/messages`, { text: 'hello' }))
    await opened(house, ayse)
    await untilTrue(
      'the wait was read',
      async () => metric(await read(house), 'visavis_job_wait_seconds_sum') === 7,
    )
    const text = await read(house)
    assert.equal(
      ['message.posted', 'job.accepted', 'link.opened'].map((type) =>
        metric(text, `visavis_events_total{type="${type}"}`),
      ),
      [1, 1, 2],
    )
    assert.equal(
      ['active', 'waiting', 'closed'].map((state) => metric(text, `visavis_conversations{state="${state}"}`)),
      [1, 1, 0],
    )
    assert.is(metric(text, 'visavis_jobs{state="waiting"}'), 1)
  }))

test('a repeated request is one message', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const key = crypto.randomUUID()
    for (let at = 0; at < 3; at++)
      done(await scene.customer.post(`/api/visits/${scene.id}/messages`, { text: 'once' }, { key }))
    assert.is(metric(await read(house), 'visavis_events_total{type="message.posted"}'), 1)
  }))

test('open streams are counted by who reads them, until they leave', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const streams = [
      readStream(await scene.operator.send('GET', '/api/events')),
      readStream(await scene.customer.send('GET', `/api/visits/${scene.id}/events`)),
    ]
    for (const stream of streams) await stream.until(({ comment }) => comment === 'ready')
    const sides = async () => {
      const text = await read(house)
      return ['operator', 'customer'].map((side) => metric(text, `visavis_event_streams{side="${side}"}`))
    }
    assert.equal(await sides(), [1, 1])
    await streams[1]?.leave()
    await untilTrue('one has left', async () => String(await sides()) === '1,0')
    await streams[0]?.leave()
  }))

test('the metrics are for this machine, or for who brings the token', () =>
  withEdge(
    async (house) => {
      const from = async (address?: string, token?: string) => {
        const headers = {
          ...(address && { 'x-test-address': address }),
          ...(token && { authorization: `Bearer ${token}` }),
        }
        return (await house.stranger().get('/metrics', { headers })).status
      }
      assert.equal(
        [
          await from(),
          await from('9.9.9.9'),
          await from('9.9.9.9', 'the token of the metrics, which is long'),
          await from('9.9.9.9', 'another'),
          await from(undefined, 'another'),
        ],
        [200, 404, 200, 404, 404],
      )
    },
    { metricsToken: 'the token of the metrics, which is long' },
  ))

test('a request has one line in the log, which names its pattern and its number and nobody', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    house.requests.length = 0
    const path = `/api/visits/${scene.id}/messages?token=${scene.token}`
    const { headers } = await scene.customer.post(path, { text: 'private words' })
    await house.stranger().get('/healthz')
    const [line, quiet] = house.requests
    const { ms, requestId, ...facts } = line as LogLine
    assert.equal(facts, {
      level: 'info',
      what: 'request',
      method: 'POST',
      route: '/api/visits/:id/messages',
      status: 201,
    })
    assert.equal([requestId, typeof ms], [headers.get('x-request-id'), 'number'])
    assert.equal([quiet?.route, quiet?.level, house.requests.length], ['/healthz', 'debug', 2])
    const said = JSON.stringify(house.requests)
    for (const secret of [scene.id, scene.token, 'private words']) assert.not.ok(said.includes(secret))
  }))

test('a number that a proxy gave is kept, in the answer, its error and the log; one that is none is not', () =>
  withEdge(async (house) => {
    const ask = (given: string) =>
      house.stranger().get<{ error: { requestId: string } }>('/api/inbox', {
        headers: { 'x-request-id': given },
      })
    const { headers, body } = await ask('edge-7f3a:0001')
    assert.equal([headers.get('x-request-id'), body.error.requestId], ['edge-7f3a:0001', 'edge-7f3a:0001'])
    assert.is(house.requests.at(-1)?.requestId, 'edge-7f3a:0001')
    for (const given of ['short', 'x'.repeat(101), 'with "quotes" in it', 'two words here']) {
      const other = await ask(given)
      assert.match(other.body.error.requestId, /^[0-9a-f-]{36}$/, given)
    }
  }))

test('machines read a JSON object a line, people at a terminal read words, and nobody what is below the level', () => {
  const line = { level: 'warn', what: 'bus', state: 'polling', cause: 'no "route"' } as const
  const written = (isTTY: boolean) => {
    const said: string[] = []
    const log = createLog('info', { isTTY, write: (text) => said.push(text) })
    log({ level: 'debug', what: 'not told' })
    log(line)
    assert.is(said.length, 1)
    return said[0] ?? ''
  }
  const { at, ...facts } = JSON.parse(written(false))
  assert.equal(facts, line)
  assert.is(new Date(at).toISOString(), at)
  assert.match(written(true), /^\d\d:\d\d:\d\d warn {2}bus {2}state=polling cause="no \\"route\\""\n$/)
})

test.run()
