// The archive without the network against the edge's own, over a random corpus on real FTS5: the same conversations in
// the same order, with the same marks, on the same pages.

import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { noFilters } from '../../edge/domain/archive.ts'
import { fold } from '../../edge/domain/search.ts'
import type { ArchiveMark, ArchivePage, History } from '../../edge/domain/wire.ts'
import { createKeptArchive, type KeptArchive } from '../../pwa/offline/kept-archive.ts'
import { type Operator, openTestEdge, type TestEdge } from '../support/house.ts'
import { done, nextPhone } from '../support/scenes.ts'

const vocabulary =
  'kart kartım Kredi kredi-kartı çalındı ıspanak İstanbul ISPANAK iade a ab abc e-posta ada@example.org 5.6 край Мой ελλάδα 한국 👍 naïve Straße o’clock «quoted» "acil" OR NOT x*y'.split(
    ' ',
  )
const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...vocabulary) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter(isSendable) },
)
const text = fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => words.join(' '))
const conversation = fc.record({
  name: fc.constantFrom('', 'Deniz Kaya', 'Işıl Çağrı', 'ada', 'Kart'),
  archivedAt: fc.integer({ min: 1_000, max: 1_012 }),
  reason: fc.constantFrom('resolved', 'other'),
  tag: fc.constantFrom(null, 'İade', 'iade', 'Abo'),
  texts: fc.array(text, { maxLength: 8 }),
})
const typed = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  word.map((one) => one.slice(0, 2)),
  word.map((one) => one.toUpperCase()),
  fc.constantFrom('+9053', '!!', '" "', 'kart!! 👍'),
)

// Lone surrogates are no text that a browser sends as JSON.
function isSendable(value: string) {
  return !/[\p{Cc}\p{Cs}]/u.test(value)
}

async function fill(house: TestEdge, operator: Operator): Promise<void> {
  const all = fc.sample(conversation, { numRuns: 160, seed: 5 })
  const types = ['message.posted', 'note.written', 'attachment.shared'] as const
  await house.edge.database.write(async (transaction) => {
    for (const [at, { name, archivedAt, reason, tag, texts }] of all.entries()) {
      const [id, customer] = [crypto.randomUUID(), `customer ${at}`]
      await transaction.run(
        'INSERT INTO customers (id, phone, name, folded_name, created_at) VALUES (?, ?, ?, ?, 1)',
        [customer, nextPhone(), name, fold(name)],
      )
      await transaction.run(
        `INSERT INTO conversations (id, customer_id, state, assignment, language, inviter_id, operator_id, reason,
           created_at, last_event_at, closed_at, archived_at)
         VALUES (?, ?, 'archived', 'normal', 'en', ?, ?, ?, 1, 1, 1, ?)`,
        [id, customer, operator.id, at % 3 ? operator.id : null, reason, archivedAt],
      )
      if (tag) await transaction.run('INSERT INTO conversation_tags VALUES (?, ?, ?)', [id, fold(tag), tag])
      for (const [place, words] of texts.entries()) {
        const type = types[place % 3] ?? types[0]
        const data = {
          messageId: 'm',
          noteId: 'n',
          side: 'customer',
          ...(place % 3 === 2 ? { name: words } : { text: words }),
        }
        await transaction.run(
          "INSERT INTO events (conversation_id, type, actor_kind, data, at) VALUES (?, ?, 'customer', ?, 1)",
          [id, type, JSON.stringify(data)],
        )
      }
    }
  })
}

async function keepAll(operator: Operator): Promise<KeptArchive> {
  const kept = createKeptArchive()
  const { marks } = done(await operator.get<{ marks: ArchiveMark[] }>('/api/archive/marks?days=36500'))
  for (let at = 0; at < marks.length; at += 20) {
    const ids = marks.slice(at, at + 20).map(({ id }) => `id=${id}`)
    const { copies } = done(await operator.get<{ copies: History[] }>(`/api/archive/copies?${ids.join('&')}`))
    for (const copy of copies) kept.put(JSON.parse(JSON.stringify(copy)))
  }
  return kept
}

const house = await openTestEdge()
const ayse = await house.operator('Ayse', { role: 'admin' })
await fill(house, ayse)
const kept = await keepAll(ayse)

async function online(query: Record<string, string>): Promise<ArchivePage> {
  return done(await ayse.get<ArchivePage>(`/api/archive?${new URLSearchParams(query)}`))
}

test('every search finds the same conversations, in the same order, with the same marks', async () => {
  let hits = 0
  const property = fc.asyncProperty(typed, async (words) => {
    const theirs = await online({ q: words })
    hits += theirs.conversations.length
    assert.equal(
      await kept.page({ before: Number.MAX_SAFE_INTEGER, words, filters: noFilters }),
      theirs,
      words,
    )
  })
  await fc.assert(property, { numRuns: 150 })
  assert.ok(hits > 300, `the searches found something: ${hits}`)
})

test('pages follow each other alike, with filters and without', async () => {
  for (const filters of [
    noFilters,
    { ...noFilters, tag: 'IADE' },
    { ...noFilters, reason: 'other' as const },
    { ...noFilters, operatorId: ayse.id },
  ])
    for (const words of ['', 'kart'])
      for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null; ) {
        const { tag, reason, operatorId } = filters
        const chosen = { tag: tag ?? '', reason: reason ?? '', operator: operatorId ?? '', q: words }
        const theirs: ArchivePage = await online({ ...chosen, before: String(before) })
        assert.equal(await kept.page({ before, words, filters }), theirs)
        before = theirs.before
      }
})

test('the tags to choose from are the same', async () => {
  assert.equal({ tags: kept.tags() }, done(await ayse.get('/api/archive/tags')))
})

test('what is put again replaces what it was, and what is dropped is found no more', async () => {
  const { conversations } = await online({ q: 'kart' })
  const [first] = conversations
  assert.ok(first)
  const own = await keepAll(ayse)
  const ids = async () =>
    (
      await own.page({ before: Number.MAX_SAFE_INTEGER, words: 'kart', filters: noFilters })
    ).conversations.map(({ id }) => id)
  own.put({ conversation: first, events: [], before: null })
  const nameFits = fold(first.customer.name).includes('kart')
  assert.is((await ids()).includes(first.id), nameFits)
  own.drop(first.id)
  assert.not.ok((await ids()).includes(first.id))
})

test.after(() => house.close())

test.run()
