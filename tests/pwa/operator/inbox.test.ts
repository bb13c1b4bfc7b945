import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { AnyEvent } from '../../../edge/domain/events.ts'
import type { CallId, JobId } from '../../../edge/domain/ids.ts'
import {
  applyToInbox,
  type InboxState,
  inboxState,
  type MyOffer,
  offerEnding,
  wantsFetch,
  withConversation,
} from '../../../pwa/operator/inbox.ts'
import { ada, bora, event, inbox, summary } from './summaries.ts'

const jobId = 'j' as JobId
const callId = 'k' as CallId
const start = () => inboxState(inbox(summary('c'), summary('d')))
const after = (events: AnyEvent[], from: InboxState = start()) => events.reduce(applyToInbox, from)
const only = (state: InboxState) => state.conversations.find(({ id }) => id === 'c')

const offered = (to = ada) =>
  event('job.offered', 'c', { jobId, operatorId: to, operatorName: 'Ada', expiresAt: 30 })
const accepted = event('job.accepted', 'c', { jobId, operatorId: ada, operatorName: 'Ada' })
const opened = event('link.opened', 'c', { linkId: 'l' as never }, 5)

test('a conversation goes its whole way through the list, and leaves it for the archive', () => {
  const live = after([opened, offered(), accepted, event('call.answered', 'c', { callId }, 9)])
  assert.is(only(live)?.state, 'active')
  assert.is(only(live)?.waitingSince, 5)
  assert.is(only(live)?.operator?.name, 'Ada')
  assert.equal(only(live)?.call, { id: callId, state: 'live', placedBy: 'customer', answeredAt: 9 })

  const closed = after(
    [
      event('call.hung-up', 'c', { callId, side: 'customer', duration: 3 }),
      event('conversation.closed', 'c', {}, 12),
      event('survey.answered', 'c', { rating: 5, comment: '' }),
    ],
    live,
  )
  assert.is(only(closed)?.state, 'closed')
  assert.is(only(closed)?.call, null)
  assert.is(only(closed)?.closedAt, 12)
  assert.is(only(closed)?.rating, 5)

  const filed = after([event('conversation.archived', 'c', { reason: 'resolved' })], closed)
  assert.is(only(filed), undefined)
  assert.is(filed.conversations.length, 1)
})

test('events change their own conversation and leave the other one alone', () => {
  const before = start()
  const next = after([opened], before)
  const other = (state: InboxState) => state.conversations.find(({ id }) => id === 'd')
  assert.is(other(next), other(before))
})

test('the SMS is followed, and its failure makes the customer unreachable', () => {
  const sent = after([event('sms.progressed', 'c', { smsId: 's' as never, state: 'delivered' })])
  assert.is(only(sent)?.sms?.state, 'delivered')
  const failed = after([event('sms.failed', 'c', { smsId: 's' as never, state: 'failed', code: 21211 })])
  assert.is(only(failed)?.state, 'unreachable')
  assert.is(only(failed)?.sms?.code, 21211)
})

test('a job rings here if it is offered to me, and not if it is offered to somebody else', () => {
  assert.equal(after([opened, offered()]).offer, { jobId, expiresAt: 30, conversationId: 'c' })
  assert.is(after([opened, offered(bora)]).offer, null)
})

test('an offer ends when it is answered anywhere, lapses, or the customer leaves', () => {
  const endings: [AnyEvent, ReturnType<typeof offerEnding>][] = [
    [accepted, 'accepted'],
    [event('job.declined', 'c', { jobId, operatorId: ada, operatorName: 'Ada' }), 'declined'],
    [event('offer.lapsed', 'c', { jobId, operatorId: ada, operatorName: 'Ada' }), 'lapsed'],
    [event('conversation.closed', 'c', {}), 'left'],
    [offered(bora), 'lapsed'],
  ]
  for (const [ending, how] of endings) {
    const ringing = after([opened, offered()])
    assert.is(offerEnding(ringing.offer as MyOffer, ending), how, ending.type)
    assert.is(after([ending], ringing).offer, null, ending.type)
  }
})

test('an offer survives what happens elsewhere', () => {
  const ringing = after([opened, offered()])
  const typed = event('message.posted', 'c', { messageId: 'm', side: 'customer', text: 'Hello?' })
  assert.ok(after([typed, event('conversation.closed', 'd', {})], ringing).offer)
})

test('a status counts for me and for my row in the team', () => {
  const row = { ...inbox().me, conversationLimit: 3, pending: false, disabled: false }
  const state = inboxState({ ...inbox(), team: { ...inbox().team, operators: [row] } })
  const next = after([event('operator.status-changed', null, { operatorId: ada, status: 'busy' })], state)
  assert.is(next.me.status, 'busy')
  assert.is(next.team.operators[0]?.status, 'busy')
})

test('what an event cannot tell is fetched', () => {
  const invited = (id: string) =>
    event('conversation.invited', id, { assignment: 'direct', expiresAt: 1, again: false })
  assert.ok(wantsFetch(start(), invited('new')))
  assert.ok(wantsFetch(start(), invited('c')))
  assert.ok(
    wantsFetch(start(), event('conversation.transferred', 'c', { toDepartment: null, toOperator: 'Bora' })),
  )
  assert.not(wantsFetch(start(), opened))
  assert.not(wantsFetch(start(), event('survey.answered', 'filed', { rating: 1, comment: '' })))
  assert.not(wantsFetch(start(), event('team.changed', null, {})))
})

test('what was fetched takes the place of what was known', () => {
  const next = withConversation(start(), summary('c', { state: 'active' }))
  assert.is(next.conversations.length, 2)
  assert.is(only(next)?.state, 'active')
})

test('a job that rings already when the app is opened is there', () => {
  const conversation = summary('e', { state: 'offered' })
  const state = inboxState({ ...inbox(), offer: { jobId, expiresAt: 30, conversation } })
  assert.is(state.offer?.conversationId, 'e')
  assert.is(state.conversations[0]?.id, 'e')
})

test.run()
