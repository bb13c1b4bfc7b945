import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { conversationStates } from '../../../edge/domain/conversation.ts'
import { inInboxOrder, sectionOf } from '../../../pwa/operator/inbox-order.ts'
import { ada, bora, summary } from './summaries.ts'

const ofAda = { operator: { id: ada, name: 'Ada' } }
const ofBora = { operator: { id: bora, name: 'Bora' } }

test('who waits comes first, the longest wait on top, and the invited come last', () => {
  const groups = inInboxOrder(
    [
      summary('invited', { lastEventAt: 99 }),
      summary('mine', { state: 'active', ...ofAda }),
      summary('short', { state: 'waiting', waitingSince: 20 }),
      summary('theirs', { state: 'active', ...ofBora }),
      summary('long', { state: 'offered', waitingSince: 10 }),
      summary('done', { state: 'closed', ...ofAda }),
    ],
    ada,
  )
  assert.equal(
    groups.map(({ section, conversations }) => [section, ...conversations.map(({ id }) => id as string)]),
    [
      ['waiting', 'long', 'short'],
      ['mine', 'mine'],
      ['closed', 'done'],
      ['team', 'theirs'],
      ['invited', 'invited'],
    ],
  )
})

test('below those who wait, the newest is on top', () => {
  const [group] = inInboxOrder(
    [
      summary('old', { state: 'active', lastEventAt: 1, ...ofAda }),
      summary('new', { state: 'active', lastEventAt: 2, ...ofAda }),
    ],
    ada,
  )
  assert.is(group?.conversations[0]?.id, 'new')
})

test('a customer who left before anybody came is to be filed by whoever looks', () => {
  assert.is(sectionOf(summary('c', { state: 'closed' }), ada), 'closed')
  assert.is(sectionOf(summary('c', { state: 'closed', ...ofBora }), ada), 'team')
})

test('every state has its place', () => {
  for (const state of conversationStates) {
    assert.is(inInboxOrder([summary('c', { state })], ada).length, 1, state)
  }
})

test.run()
