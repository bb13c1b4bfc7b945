// What waits on a device: kept sealed and in order, sent once, and told when it cannot be.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { flushOutbox } from '../../../pwa/offline/flush-outbox.ts'
import type { Intent, OutboxEntry } from '../../../pwa/offline/intent.ts'
import { createOutboxStore } from '../../../pwa/offline/outbox-store.ts'
import { EdgeError, offlineError } from '../../../pwa/platform/edge-error.ts'
import { memoryShelves } from './memory-shelves.ts'

let last = 0
const entry = (text: string, intent: Intent = { kind: 'message', text }): OutboxEntry => ({
  id: `key ${++last}`,
  conversationId: 'c',
  customer: 'Cem',
  intent,
  // The clock of a device may run backwards.
  at: 1_000 - last,
})

async function openOutbox(shelves = memoryShelves(), makeRoom = async () => {}) {
  const store = createOutboxStore(makeRoom, shelves)
  await store.own('ada')
  return store
}

const textsOf = async (store: ReturnType<typeof createOutboxStore>) =>
  (await store.read()).map(({ intent }) => (intent.kind === 'message' ? intent.text : intent.kind))

/** An edge that fails as the test says, and remembers what it took. */
function edge(...fates: (Error | null)[]) {
  const taken: string[] = []
  const post = async ({ id }: OutboxEntry) => {
    const fate = fates.shift()
    if (fate) throw fate
    taken.push(id)
    return 'answer'
  }
  return { post, taken }
}

const no = (code: string, status: number) => new EdgeError(code, status, code)

test('what was written is there after the browser was closed, in the order of writing, and sealed', async () => {
  const shelves = memoryShelves()
  const store = await openOutbox(shelves)
  for (const text of ['one', 'two', 'three']) await store.add(entry(text))
  assert.equal(await textsOf(await openOutbox(shelves)), ['one', 'two', 'three'])
  const rows = await shelves.shelf('entries').entries()
  const lying = rows.map(([, row]) =>
    new TextDecoder().decode((row as { entry: { data: ArrayBuffer } }).entry.data),
  )
  assert.not.match(lying.join(), /one|two|Cem/)
})

test('an outage stops all of it, and nothing overtakes', async () => {
  const store = await openOutbox()
  const { post, taken } = edge(null, offlineError())
  for (const text of ['one', 'two', 'three']) await store.add(entry(text))
  const ids = (await store.read()).map(({ id }) => id)
  assert.is(await flushOutbox(store, { post }), 'later')
  assert.equal([taken, await textsOf(store)], [ids.slice(0, 1), ['two', 'three']])
  assert.is(await flushOutbox(store, { post }), 'done')
  assert.equal([taken, await textsOf(store)], [ids, []])
})

test('a lost answer is asked for again with the same key', async () => {
  const store = await openOutbox()
  const keys: string[] = []
  await store.add(entry('one'))
  const post = async ({ id }: OutboxEntry) => {
    keys.push(id)
    if (keys.length === 1) throw offlineError()
  }
  await flushOutbox(store, { post })
  await flushOutbox(store, { post })
  assert.equal([keys.length, new Set(keys).size], [2, 1])
})

test('what the edge refuses stays with its reason, and does not hold up the rest', async () => {
  const shelves = memoryShelves()
  const store = await openOutbox(shelves)
  const { post, taken } = edge(no('wrong-state', 409))
  for (const text of ['late', 'two']) await store.add(entry(text))
  assert.is(await flushOutbox(store, { post }), 'done')
  assert.is(taken.length, 1)
  const [left] = await (await openOutbox(shelves)).read()
  assert.equal([left?.refused, left?.intent], ['wrong-state', { kind: 'message', text: 'late' }])
  assert.is(await flushOutbox(store, edge()), 'done')
  assert.equal(await textsOf(store), ['late'])
})

test('a session that ran out, a busy edge and a broken one are no refusals', async () => {
  for (const cause of [
    no('not-signed-in', 401),
    no('too-many', 429),
    no('unavailable', 503),
    no('fault', 500),
  ]) {
    const store = await openOutbox()
    await store.add(entry('one'))
    assert.is(await flushOutbox(store, edge(cause)), 'later', cause.code)
    assert.equal(await textsOf(store), ['one'])
  }
})

test('on a full device the archive makes room; where that is not enough, the words wait in memory and say so', async () => {
  const shelves = memoryShelves()
  let asked = 0
  const store = await openOutbox(shelves, async () => {
    asked++
    shelves.full = asked > 1
  })
  shelves.full = true
  await store.add(entry('made room'))
  shelves.full = true
  await store.add(entry('no room'))
  assert.equal(
    (await store.read()).map(({ kept }) => kept),
    [true, false],
  )
  const { post, taken } = edge()
  assert.is(await flushOutbox(store, { post }), 'done')
  assert.equal([taken.length, await textsOf(store)], [2, []])
})

test('what cannot be opened any more is passed over, and what follows is sent', async () => {
  const shelves = memoryShelves()
  const store = await openOutbox(shelves)
  await store.add(entry('damaged'))
  shelves.damage('entries')
  await store.add(entry('whole'))
  assert.equal(await textsOf(store), ['whole'])
  assert.is(await flushOutbox(store, edge()), 'done')
})

test('another person on the device finds nothing; the same one finds everything', async () => {
  const shelves = memoryShelves()
  await (await openOutbox(shelves)).add(entry('mine'))
  const again = createOutboxStore(async () => {}, shelves)
  await again.own('ada')
  assert.equal(await textsOf(again), ['mine'])
  await again.own('bora')
  assert.equal(await textsOf(again), [])
})

test('what was taken back while others were sent is not sent', async () => {
  const store = await openOutbox()
  for (const text of ['one', 'two']) await store.add(entry(text))
  const [, second] = await store.read()
  const { taken } = edge()
  const post = async ({ id }: OutboxEntry) => {
    taken.push(id)
    if (second) await store.remove(second.place)
  }
  await flushOutbox(store, { post })
  assert.is(taken.length, 1)
})

test.run()
