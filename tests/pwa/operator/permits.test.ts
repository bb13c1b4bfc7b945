import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type ConversationState, conversationStates } from '../../../edge/domain/conversation.ts'
import { type Permits, permitsFor } from '../../../pwa/operator/permits.ts'
import { ada, bora, summary } from './summaries.ts'

const allowed = (permits: Permits) => Object.entries(permits).flatMap(([name, may]) => (may ? [name] : []))
const operator = { id: ada, name: 'Ada' }

const mine: Record<ConversationState, string[]> = {
  invited: ['resend', 'revoke'],
  unreachable: ['resend', 'revoke'],
  waiting: ['sendHint', 'sendFiles'],
  offered: ['sendHint', 'sendFiles'],
  active: ['endConversation', 'transfer', 'startCall', 'sendHint', 'sendFiles'],
  closed: ['endConversation'],
  archived: [],
  expired: [],
}

test('in every state the operator is offered what the law allows, and nothing else', () => {
  for (const state of conversationStates) {
    assert.equal(allowed(permitsFor(summary('c', { state, operator }), ada)), mine[state], state)
  }
})

test("a colleague's conversation is theirs", () => {
  for (const state of ['active', 'closed'] as const) {
    assert.equal(allowed(permitsFor(summary('c', { state, operator }), bora)), [], state)
  }
})

test('anybody may help a customer whom nobody has taken yet', () => {
  for (const state of ['waiting', 'offered'] as const) {
    assert.equal(allowed(permitsFor(summary('c', { state }), bora)), ['sendHint'], state)
  }
})

test('while there is a call there is no second one to start', () => {
  const call = {
    id: 'k' as never,
    state: 'ringing' as const,
    placedBy: 'customer' as const,
    answeredAt: null,
  }
  assert.not(permitsFor(summary('c', { state: 'active', operator, call }), ada).startCall)
})

test.run()
