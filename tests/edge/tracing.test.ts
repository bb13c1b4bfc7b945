// time-out: 120 s
// Traces, sent by the real entry to a receiver of this machine.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { wantsTraces } from '../../edge/config.ts'
import { Caller } from '../support/caller.ts'
import { adminEmail, adminPassword } from '../support/house-place.ts'
import { startHouseProcess } from '../support/house-process.ts'
import { attribute, startOtlpReceiver } from '../support/otlp-receiver.ts'
import { done } from '../support/scenes.ts'

const traceId = '0af7651916cd43dd8448eb211c80319c'
const caller = 'b7ad6b7169203331'

test('a request is a span below its caller’s, its transactions below it, and none of them knows anybody', async () => {
  const receiver = await startOtlpReceiver()
  const house = await startHouseProcess({
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_SERVICE_NAME: 'the-house',
  })
  try {
    const browser = new Caller({ request: (path, init) => fetch(house.url + path, init) })
    const headers = { traceparent: `00-${traceId}-${caller}-01` }
    const who = { email: adminEmail, password: adminPassword }
    const answer = await browser.post('/api/session', who, { headers })
    done(answer)
    await browser.get('/api/conversations/f0d8a9e2-0000-4000-8000-000000000000')
    // What was not sent yet is sent at the end.
    await house.terminate()

    assert.equal([...receiver.services], ['the-house'])
    const request = receiver.spans.find(({ name }) => name === 'POST /api/session')
    assert.ok(request)
    assert.equal([request?.traceId, request?.parentSpanId], [traceId, caller])
    assert.is(attribute(request, 'visavis.request_id'), answer.headers.get('x-request-id'))
    assert.is(Number(attribute(request, 'http.response.status_code')), 200)
    const below = receiver.spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId)
    assert.ok(below.length > 0 && below.every(({ name }) => name === 'database transaction'))
    assert.ok(receiver.spans.some(({ name }) => name.startsWith('GET /api/conversations/:id')))
    for (const secret of [adminEmail, adminPassword, 'f0d8a9e2'])
      assert.not.ok(receiver.said().includes(secret))
  } finally {
    await house.end()
    await receiver.close()
  }
})

test('the variables of the standard decide; on Deno its own way goes first', () => {
  const to = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }
  assert.equal(
    [
      wantsTraces({}),
      wantsTraces(to),
      wantsTraces({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector:4318/v1/traces' }),
      wantsTraces({ ...to, OTEL_SDK_DISABLED: 'true' }),
      wantsTraces({ ...to, OTEL_TRACES_EXPORTER: 'none' }),
      wantsTraces({ ...to, OTEL_DENO: 'true' }, true),
      wantsTraces({ ...to, OTEL_DENO: 'true' }, false),
    ],
    [false, true, true, false, false, false, true],
  )
})

test.run()
