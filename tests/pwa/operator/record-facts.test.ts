import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { CallReport } from '../../../edge/domain/call-report.ts'
import type { CallId } from '../../../edge/domain/ids.ts'
import type { CallRecord } from '../../../edge/domain/wire.ts'
import { recordFacts, recordLine } from '../../../pwa/operator/statistics/record-facts.ts'
import { statistics } from '../../../pwa/words/en/statistics.ts'
import { phrase, type Words } from '../../../pwa/words/words.tsx'

const words: Words = {
  t: (key, values) => phrase(statistics, key, values),
  language: () => 'en',
  setLanguage: async () => {},
}

const report: CallReport = {
  way: 'direct',
  restarts: 1,
  seconds: 312,
  stillSeconds: 0,
  firstFrameMs: 840,
  roundTripMedianMs: 40,
  roundTripP95Ms: 90,
  lossPercent: 0.4,
  kbps: 1_200,
  freezes: 0,
  frozenSeconds: 0,
}

const record = (facts: Partial<CallRecord> = {}): CallRecord => ({
  id: 'c' as CallId,
  placedBy: 'customer',
  answeredAt: 1_000,
  endedAt: 313_000,
  endCause: 'hung-up',
  reports: { customer: report, operator: report },
  ...facts,
})

test('a call is one line: how long, how connected, how often restarted, how good', () => {
  assert.is(recordLine(record(), words), '5:12 · direct · 1 restart · good picture')
})

test('the line says the worse of what the two sides saw', () => {
  const stills = { ...report, way: 'relay', restarts: 3, stillSeconds: 300 } as const
  const line = recordLine(record({ reports: { customer: stills, operator: report } }), words)
  assert.is(line, '5:12 · through a relay · 3 restarts · still pictures')
})

test('under it stands why it ended, and what each side saw', () => {
  const customer = { ...report, freezes: 2, frozenSeconds: 7, stillSeconds: 65 }
  assert.equal(recordFacts(record({ endCause: 'lost', reports: { customer, operator: report } }), words), [
    'The connection was lost on both sides.',
    'Operator: good picture, first picture after 0.8 s, round trip 40 ms, at times 90 ms, 0.4% lost, 1,200 kbit/s received',
    'Customer: poor picture, first picture after 0.8 s, round trip 40 ms, at times 90 ms, 0.4% lost, 1,200 kbit/s received, stood still 2 times, 7 s in all, 1:05 of still pictures',
  ])
})

test('where no browser reported, that is said', () => {
  const nothing = record({ reports: { customer: null, operator: null } })
  assert.is(recordLine(nothing, words), '5:12')
  assert.equal(recordFacts(nothing, words), ['Somebody hung up.', 'No browser reported how this call was.'])
})

test.run()
