import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { AnyEvent } from '../../../edge/domain/events.ts'
import type { ConversationSummary, History } from '../../../edge/domain/wire.ts'
import {
  applyEvent,
  applyEvents,
  emptyTimeline,
  prependEvents,
  type Timeline,
  timelineOf,
} from '../../../pwa/conversation/timeline.ts'
import {
  accepted,
  ada,
  answered,
  anyLog,
  archived,
  callId,
  closed,
  customer,
  hungUp,
  makeLog,
  offered,
  opened,
  rated,
  walk,
} from './logs.ts'

const whole = (log: readonly AnyEvent[]) => applyEvents(emptyTimeline, log)

test('the usual walk ends in the archive with everything that was said', () => {
  const timeline = whole(makeLog(walk))
  assert.is(timeline.state, 'archived')
  assert.is(timeline.closedBy, 'customer')
  assert.is(timeline.rating, 5)
  assert.is(timeline.call, null)
  const said = timeline.entries.flatMap((entry) => (entry.kind === 'message' ? [entry.text] : []))
  assert.equal(said, ['Hello', 'Good morning'])
})

test('each step of the walk leads to the state that the edge has', () => {
  const states = [opened, offered, accepted, answered, hungUp, closed, rated, archived].map(
    (_, index, lines) => whole(makeLog(lines.slice(0, index + 1))).state,
  )
  assert.equal(states, ['waiting', 'offered', 'active', 'active', 'active', 'closed', 'closed', 'archived'])
})

test('a customer, who is not told of the offer, still sees the operator come', () => {
  const timeline = whole(makeLog([opened, accepted]))
  assert.is(timeline.state, 'active')
  assert.is(timeline.operatorName, 'Ada')
})

test("a link's call is live without a ring, and over when hung up", () => {
  const log = makeLog([opened, offered, accepted, answered, hungUp])
  const live = { id: callId(1), state: 'live', placedBy: 'customer', answeredAt: log[3]?.at }
  assert.equal(whole(log.slice(0, 4)).call, live)
  assert.is(whole(log).call, null)
})

test('a call placed in the chat rings for the other side until it is answered', () => {
  const placed = makeLog([accepted, [ada, 'call.placed', { callId: callId(2), side: 'operator' }]])
  assert.equal(whole(placed).call, {
    id: callId(2),
    state: 'ringing',
    placedBy: 'operator',
    answeredAt: null,
  })
  const lines = makeLog([
    accepted,
    [ada, 'call.placed', { callId: callId(2), side: 'operator' }],
    [customer, 'call.answered', { callId: callId(2) }],
  ])
  const call = whole(lines).call
  assert.is(call?.state, 'live')
  assert.is(call?.placedBy, 'operator')
})

test('the end of an earlier call does not end the one that is open', () => {
  const timeline = whole(
    makeLog([answered, [ada, 'call.placed', { callId: callId(2), side: 'operator' }], hungUp]),
  )
  assert.is(timeline.call?.id, callId(2))
})

test('after a transfer the customer waits, and belongs to nobody', () => {
  const timeline = whole(
    makeLog([
      ...walk.slice(0, 5),
      [ada, 'conversation.transferred', { toDepartment: 'Sales', toOperator: null }],
    ]),
  )
  assert.is(timeline.state, 'waiting')
  assert.is(timeline.operatorName, null)
})

test('a report about an SMS after the link was opened leaves the customer where they are', () => {
  const failed = [
    { kind: 'twilio' },
    'sms.failed',
    { smsId: 'x', state: 'undelivered', code: 30_003 },
  ] as const
  assert.is(whole(makeLog([opened, [...failed]])).state, 'waiting')
  assert.is(whole(makeLog([[...failed]])).state, 'unreachable')
})

test('however a log is split and repeated, the timeline is the same', () => {
  const cuts = fc.array(fc.nat(60), { maxLength: 6 })
  fc.assert(
    fc.property(anyLog, cuts, (log, starts) => {
      let timeline = whole(log.slice(0, starts[0] ?? 0))
      // Each resumption starts somewhere before, at or after where the last one ended, as reconnects do.
      for (const start of starts)
        timeline = applyEvents(timeline, log.slice(Math.min(start, seen(log, timeline))))
      assert.equal(applyEvents(timeline, log), whole(log))
    }),
  )
})

test('one at a time or all at once, the timeline is the same', () => {
  fc.assert(fc.property(anyLog, (log) => assert.equal(log.reduce(applyEvent, emptyTimeline), whole(log))))
})

test('what was applied before gives the very same timeline, so nothing is drawn again', () => {
  const log = makeLog(walk)
  const timeline = whole(log)
  assert.is(applyEvents(timeline, log), timeline)
})

test('read backwards in pages, a conversation is the same as read from its start', () => {
  fc.assert(
    fc.property(anyLog, fc.nat(60), (log, cut) => {
      const all = whole(log)
      const newest = timelineOf(historyOf(all, log.slice(cut)))
      const read = prependEvents(newest, log.slice(0, cut))
      assert.equal(read.entries, all.entries)
      assert.is(read.operatorName, all.operatorName)
      assert.is(read.rating, all.rating)
      assert.equal(read.call, all.call)
    }),
  )
})

test('in the order that the edge keeps, pages agree on the state too', () => {
  const log = makeLog(walk)
  for (let end = 1; end <= log.length; end++) {
    const all = whole(log.slice(0, end))
    for (let cut = 0; cut <= end; cut++) {
      assert.is(timelineOf(historyOf(all, log.slice(cut, end))).state, all.state, `${cut} to ${end}`)
    }
  }
})

function seen(log: readonly AnyEvent[], timeline: Timeline): number {
  return log.filter((event) => event.seq <= timeline.lastSeq).length
}

function historyOf(timeline: Timeline, events: AnyEvent[]): History {
  const { state, call, operatorName, rating } = timeline
  const operator =
    operatorName === null ? null : { id: ada.kind === 'operator' ? ada.id : '', name: operatorName }
  return { conversation: { state, call, rating, operator } as ConversationSummary, events, before: null }
}

test('how far a customer got has a line only where they are stuck, and is counted as seen either way', () => {
  const steps = ['camera-asked', 'camera-denied', 'camera-ready', 'connected', 'line-lost']
  const log = makeLog([
    opened,
    ...steps.map(
      (step) =>
        [customer, 'visit.progressed', { step }] as [typeof customer, 'visit.progressed', { step: string }],
    ),
  ])
  const timeline = whole(log)
  const told = timeline.entries.flatMap((entry) =>
    entry.kind === 'system' && entry.event.type === 'visit.progressed' ? [entry.event.data.step] : [],
  )
  assert.equal(told, ['camera-denied', 'line-lost'])
  assert.is(timeline.lastSeq, log.at(-1)?.seq)
  assert.equal(prependEvents(emptyTimeline, log).entries, timeline.entries)
})

test.run()
