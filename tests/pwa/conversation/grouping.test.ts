import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { MessageEntry } from '../../../pwa/conversation/entry.ts'
import { continuesTurn, startsDay } from '../../../pwa/conversation/grouping.ts'

const noon = new Date(2026, 10, 22, 12).getTime()
const minute = 60_000

function message(changes: Partial<MessageEntry> = {}): MessageEntry {
  return {
    kind: 'message',
    messageId: 'm',
    side: 'operator',
    text: 'Hello',
    at: noon,
    status: 'sent',
    authorName: 'Ada',
    ...changes,
  }
}

test('what one person writes within five minutes is one turn', () => {
  assert.ok(continuesTurn(message(), message({ at: noon + 4 * minute })))
  assert.not(continuesTurn(message(), message({ at: noon + 6 * minute })))
})

test('another side or another operator is another turn', () => {
  assert.not(continuesTurn(message(), message({ side: 'customer', authorName: null })))
  assert.not(continuesTurn(message(), message({ authorName: 'Bora' })))
})

test('a message on its way belongs to the turn before it, though it carries no name yet', () => {
  assert.ok(continuesTurn(message(), message({ authorName: null, status: 'sending' })))
})

test('midnight ends a turn and starts a day', () => {
  const before = message({ at: new Date(2026, 10, 22, 23, 59).getTime() })
  const after = message({ at: new Date(2026, 10, 23, 0, 1).getTime() })
  assert.not(continuesTurn(before, after))
  assert.ok(startsDay(before, after, noon))
})

test('a conversation that began today says no day, an older one does', () => {
  assert.not(startsDay(undefined, message(), noon))
  assert.ok(startsDay(undefined, message(), noon + 24 * 60 * minute))
})

test.run()
