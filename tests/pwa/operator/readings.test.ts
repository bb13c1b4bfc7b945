import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { applyEvents, emptyTimeline } from '../../../pwa/conversation/timeline.ts'
import { customerLabel, readablePhone } from '../../../pwa/operator/customer-label.ts'
import { excerptParts } from '../../../pwa/operator/excerpt.ts'
import { outcomeOf } from '../../../pwa/operator/outcome.ts'
import { ada, event } from './summaries.ts'

test('a number is grouped for the eye, and no digit is lost', () => {
  assert.is(readablePhone('+905321234567'), '+90 532 123 45 67')
  for (const phone of ['+14155552671', '+447911123456', '+4915123456789', '+3584012345']) {
    assert.is(readablePhone(phone).replaceAll(' ', ''), phone)
  }
})

test('a customer without a name is called by the number', () => {
  assert.is(customerLabel({ name: 'Zeynep', phone: '+905321234567' }), 'Zeynep')
  assert.is(customerLabel({ name: '', phone: '+905321234567' }), '+90 532 123 45 67')
})

test('what a search found is told from what stands around it', () => {
  assert.equal(excerptParts('my «invoice» is «late»'), [
    { text: 'my ', hit: false },
    { text: 'invoice', hit: true },
    { text: ' is ', hit: false },
    { text: 'late', hit: true },
  ])
  assert.equal(excerptParts('nothing'), [{ text: 'nothing', hit: false }])
})

test('the minutes of all calls count together', () => {
  const timeline = applyEvents(emptyTimeline, [
    event('job.accepted', 'c', { jobId: 'j' as never, operatorId: ada, operatorName: 'Ada' }, 7),
    event('call.hung-up', 'c', { callId: 'k' as never, side: 'customer', duration: 60_000 }),
    event('call.lost', 'c', { callId: 'l' as never, duration: 5_000 }),
    event('survey.answered', 'c', { rating: 4, comment: 'Quick' }),
  ])
  assert.equal(outcomeOf(timeline), { talked: 65_000, acceptedAt: 7, comment: 'Quick' })
})

test.run()
