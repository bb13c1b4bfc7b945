import { createRoot } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { keepMessagesIn } from '../../../pwa/conversation/kept-messages.ts'
import { createSender, type SenderOptions } from '../../../pwa/conversation/outbox.ts'
import { withPending } from '../../../pwa/conversation/with-pending.ts'
import { EdgeError } from '../../../pwa/platform/request.ts'
import { makeLog, say } from './logs.ts'
import { makeEdge } from './posting-edge.ts'

const offline = () => new EdgeError('offline', 0, '')
const closed = () => new EdgeError('wrong-state', 409, '')

function withSender(options: SenderOptions) {
  return createRoot((dispose) => ({ sender: createSender(options), dispose }))
}

function memory() {
  const items = new Map<string, string>()
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  }
}

test('messages are posted one after the other, in the order they were written', async () => {
  const edge = makeEdge()
  const { sender, dispose } = withSender({ post: edge.post })
  for (const text of ['one', 'two', 'three']) sender.send(text)
  await edge.posted(3)
  assert.equal(edge.log, ['one', 'two', 'three'])
  assert.is(edge.mostAtOnce, 1)
  dispose()
})

test('a message waits as sent until the stream brings it, and is then shown once', async () => {
  const edge = makeEdge()
  const { sender, dispose } = withSender({ post: edge.post })
  sender.send('Hello')
  assert.is(sender.pending()[0]?.status, 'sending')
  await edge.posted(1)
  assert.is(sender.pending()[0]?.status, 'sent')
  sender.settle(makeLog([say('customer', 'Hello', sender.pending()[0]?.messageId)]))
  assert.equal(sender.pending(), [])
  dispose()
})

test('a message whose event overtakes the answer does not come back with it', async () => {
  const edge = makeEdge()
  const { sender, dispose } = withSender({ post: edge.post })
  sender.send('Hello')
  sender.settle(makeLog([say('customer', 'Hello', sender.pending()[0]?.messageId)]))
  await edge.posted(1)
  assert.equal(sender.pending(), [])
  dispose()
})

test('during an outage everything unsent is seen as unsent, and then goes out in order under its first key', async () => {
  const edge = makeEdge([offline(), offline()])
  const { sender, dispose } = withSender({ post: edge.post, pauseAfter: () => 5 })
  sender.send('one')
  sender.send('two')
  const ids = sender.pending().map(({ messageId }) => messageId)
  await edge.tried(1)
  assert.equal(
    sender.pending().map(({ status }) => status),
    ['failed', 'failed'],
  )
  await edge.posted(2)
  assert.equal(edge.log, ['one', 'two'])
  assert.equal(edge.keys, [ids[0], ids[0], ids[0], ids[1]])
  dispose()
})

test('an answer that got lost on its way back does not send the message twice', async () => {
  const edge = makeEdge([], { losesAnswers: 1 })
  const { sender, dispose } = withSender({ post: edge.post, pauseAfter: () => 5 })
  sender.send('one')
  sender.send('two')
  await edge.posted(2)
  assert.equal(edge.log, ['one', 'two'])
  assert.is(edge.keys.length, 3)
  dispose()
})

test('Retry does not wait for the pause to end', async () => {
  const edge = makeEdge([offline()])
  const { sender, dispose } = withSender({ post: edge.post, pauseAfter: () => 60_000 })
  sender.send('one')
  await edge.tried(1)
  sender.retry(sender.pending()[0]?.messageId ?? '')
  await edge.posted(1)
  assert.equal(edge.log, ['one'])
  dispose()
})

test('coming online does not wait for the pause to end', async () => {
  const edge = makeEdge([offline()])
  const { sender, dispose } = withSender({ post: edge.post, pauseAfter: () => 60_000 })
  sender.send('one')
  await edge.tried(1)
  dispatchEvent(new Event('online'))
  await edge.posted(1)
  dispose()
})

test('a refused message does not hold up the next, and is tried again under a new key', async () => {
  const edge = makeEdge([closed()])
  const { sender, dispose } = withSender({ post: edge.post })
  sender.send('one')
  sender.send('two')
  await edge.posted(1)
  const [refused] = sender.pending()
  assert.is(refused?.status, 'refused')
  assert.is(withPending([], sender.pending(), 'customer').length, 2)
  sender.retry(refused?.messageId ?? '')
  await edge.posted(2)
  assert.equal(edge.log, ['two', 'one'])
  assert.is(new Set(edge.keys).size, 3)
  dispose()
})

test('what was not sent before a reload is sent after it, under the same key', async () => {
  const storage = memory()
  const edge = makeEdge([offline()])
  const before = withSender({ post: edge.post, kept: keepMessagesIn(storage, 'a'), pauseAfter: () => 60_000 })
  before.sender.send('one')
  await edge.tried(1)
  before.dispose()
  const after = withSender({ post: edge.post, kept: keepMessagesIn(storage, 'a') })
  await edge.posted(1)
  assert.is(edge.keys[0], edge.keys[1])
  after.dispose()
})

test('a storage that is full or holds rubbish does not stop a message', async () => {
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const storage = { getItem: () => '[{"text":1},null]', setItem: full, removeItem: full }
  const edge = makeEdge()
  const { sender, dispose } = withSender({ post: edge.post, kept: keepMessagesIn(storage, 'a') })
  sender.send('one')
  await edge.posted(1)
  assert.equal(edge.log, ['one'])
  dispose()
})

test.run()
