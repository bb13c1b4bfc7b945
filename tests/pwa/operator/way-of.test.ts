import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { conversationStates } from '../../../edge/domain/conversation.ts'
import { type VisitStep, visitSteps } from '../../../edge/domain/progress.ts'
import type { SmsState } from '../../../edge/domain/sms.ts'
import type { ConversationSummary } from '../../../edge/domain/wire.ts'
import { previewOf } from '../../../pwa/operator/preview.ts'
import { summaryAfter } from '../../../pwa/operator/summary-after.ts'
import { isOnTheWay, troubleOf, wayOf } from '../../../pwa/operator/way/way-of.ts'
import { operator } from '../../../pwa/words/en/operator.ts'
import { phrase } from '../../../pwa/words/words.tsx'
import { event, summary } from './summaries.ts'

const read = (of: ConversationSummary) =>
  wayOf(of).map(({ key, look }) => `${phrase(operator, key)}: ${look}`)
const sms = (state: SmsState) => ({ sms: { state, code: null } })
const at = (step: VisitStep) => ({ progress: { step, at: 1 } })
const call = { id: 'k' as never, state: 'live', placedBy: 'customer', answeredAt: 1 } as const

test('before the link is opened the SMS is where they are', () => {
  const rest = ['Link not opened: ahead', 'Camera: ahead', 'Video: ahead']
  assert.equal(read(summary('c', sms('sent'))), ['SMS sent: now', ...rest])
  assert.equal(read(summary('c', sms('delivered'))), ['SMS delivered: done', ...rest])
  assert.equal(read(summary('c', { state: 'unreachable', ...sms('undelivered') })), [
    'SMS not delivered: trouble',
    ...rest,
  ])
})

test('whoever came by the link has got past an SMS that failed', () => {
  assert.equal(read(summary('c', { state: 'waiting', ...sms('failed') })).slice(0, 2), [
    'SMS not sent: done',
    'Link opened: now',
  ])
})

test('a camera that was denied is trouble, and one that is asked for is not', () => {
  const camera = (step: VisitStep) => read(summary('c', { state: 'waiting', ...at(step) }))[2]
  assert.is(camera('camera-denied'), 'Camera denied: trouble')
  assert.is(camera('camera-asked'), 'Asked for the camera: now')
  assert.is(camera('camera-ready'), 'Camera ready: now')
  assert.is(camera('in-app-browser'), 'In an app’s browser: trouble')
})

test('a lost line is trouble at the last stop, with the camera behind it', () => {
  assert.equal(read(summary('c', { state: 'active', ...at('line-lost') })).slice(2), [
    'Camera ready: done',
    'Connection lost: trouble',
  ])
})

test('once they are connected nothing is left to tell, and a lost line is told again', () => {
  const active = (step: VisitStep) => isOnTheWay(summary('c', { state: 'active', call, ...at(step) }))
  assert.not(active('connected'))
  assert.ok(active('line-lost'))
  assert.ok(active('camera-asked'))
})

test('a chat without a call tells of trouble alone', () => {
  assert.not(isOnTheWay(summary('c', { state: 'active', ...at('camera-ready') })))
  assert.ok(isOnTheWay(summary('c', { state: 'active', ...at('camera-denied') })))
})

test('nobody is stuck in what is over or has not begun', () => {
  for (const state of conversationStates) {
    const isOpen = ['waiting', 'offered', 'active'].includes(state)
    const stuck = troubleOf(summary('c', { state, ...at('camera-busy') }))
    assert.is(stuck, isOpen ? 'camera-busy' : null, state)
  }
})

test('every step has its words in the row of a waiting customer', () => {
  const words = { t: (key: never, values = {}) => phrase(operator, key, values) }
  for (const step of visitSteps) {
    const line = previewOf(summary('c', { state: 'waiting', ...at(step) }), words as never)
    assert.is(line, operator[`step.${step}`])
  }
})

test('what holds them up comes before what they last wrote', () => {
  const lastMessage = { text: 'Hello?', side: 'customer', at: 1 } as const
  const words = { t: (key: never, values = {}) => phrase(operator, key, values) }
  const line = (step: VisitStep) =>
    previewOf(summary('c', { state: 'waiting', lastMessage, ...at(step) }), words as never)
  assert.is(line('camera-denied'), 'Camera denied')
  assert.is(line('camera-ready'), 'Hello?')
})

test('a step is taken in live', () => {
  const after = summaryAfter(
    summary('c', { state: 'waiting' }),
    event('visit.progressed', 'c', { step: 'camera-denied' }, 7),
  )
  assert.equal(after.progress, { step: 'camera-denied', at: 7 })
})

test.run()
