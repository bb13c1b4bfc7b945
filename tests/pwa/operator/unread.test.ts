import { createRoot } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createUnread, type Marks, unreadIn, withNews, withSeen } from '../../../pwa/operator/unread.ts'
import { event, summary } from './summaries.ts'

const posted = (side: 'customer' | 'operator', at: number) =>
  event('message.posted', 'c', { messageId: String(at), side, text: 'x' }, at)
const withLast = (side: 'customer' | 'operator', at: number) =>
  summary('c', { lastMessage: { text: 'x', side, at } })

test("a customer's messages are counted until they are seen", () => {
  let marks: Marks = withSeen({}, 'c', 10)
  marks = withNews(withNews(marks, posted('customer', 11)), posted('customer', 12))
  assert.is(unreadIn(marks, withLast('customer', 12)), 2)
  assert.is(unreadIn(withSeen(marks, 'c', 12), withLast('customer', 12)), 0)
})

test('what we wrote ourselves is not unread', () => {
  const marks = withNews({}, posted('operator', 11))
  assert.is(unreadIn(marks, withLast('operator', 11)), 0)
})

test('a message that came while the app was closed counts as one', () => {
  assert.is(unreadIn(withSeen({}, 'c', 10), withLast('customer', 11)), 1)
})

test('seeing the same again changes nothing, so that an effect that notes it does not run for ever', () => {
  const marks = withSeen({}, 'c', 10)
  assert.is(withSeen(marks, 'c', 10), marks)
})

test('what was seen is still seen after a reload, and forgotten when it is archived', () => {
  localStorage.clear()
  createRoot((end) => {
    createUnread().see('c', 12)
    const reloaded = createUnread()
    assert.is(reloaded.of(withLast('customer', 12)), 0)
    reloaded.take(event('conversation.archived', 'c', { reason: 'other' }))
    assert.is(createUnread().of(withLast('customer', 12)), 1)
    end()
  })
})

test('storage that somebody wrote nonsense into counts as empty', () => {
  localStorage.setItem('visavis.unread', '{nonsense')
  createRoot((end) => {
    assert.is(createUnread().of(withLast('customer', 1)), 1)
    end()
  })
})

test.run()
