// The page's tokenizer against SQLite's own, letter by letter and over random texts.

import { createClient } from '@libsql/client'
import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { tokensOf } from '../../pwa/offline/fts-tokens.ts'

const database = createClient({ url: ':memory:' })
await database.execute(
  "CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')",
)
await database.execute("CREATE VIRTUAL TABLE words USING fts5vocab (texts, 'instance')")

/** The words of each text, as the index has them. */
async function indexed(texts: readonly string[]): Promise<string[][]> {
  await database.execute('DELETE FROM texts')
  await database.execute({
    sql: "INSERT INTO texts (rowid, text) SELECT key, replace(value, 'ı', 'i') FROM json_each(?)",
    args: [JSON.stringify(texts)],
  })
  const found = texts.map((): string[] => [])
  for (const row of (await database.execute('SELECT doc, term FROM words ORDER BY doc, offset')).rows)
    found[Number(row[0])]?.push(String(row[1]))
  return found
}

async function agree(texts: readonly string[]) {
  const theirs = await indexed(texts)
  const wrong = texts.filter((text, at) => tokensOf(text).join(' ') !== theirs[at]?.join(' '))
  assert.equal(
    wrong
      .slice(0, 5)
      .map((text) => [text.codePointAt(1)?.toString(16), tokensOf(text), theirs[texts.indexOf(text)]]),
    [],
  )
}

const between = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)
    .filter((code) => code > 0 && (code < 0xd800 || code > 0xdfff))
    .map((code) => `a${String.fromCodePoint(code)}b`)

for (const [from, to] of [
  [0, 0x33ff],
  [0xa000, 0xabff],
  [0xd780, 0x105ff],
  [0x1d000, 0x1fbff],
] as const)
  test(`letters ${from.toString(16)} to ${to.toString(16)} are what SQLite takes them for`, () =>
    agree(between(from, to)))

test('words of any text are cut and folded as SQLite does', async () => {
  const bits = fc.constantFrom(
    'ı',
    'İ',
    'I',
    'ş',
    'Ğ',
    '\u0301',
    '\u0308',
    'й',
    'ς',
    ' ',
    '-',
    '.',
    '’',
    '1',
    'ß',
    '👍',
    '한',
  )
  const texts = fc.sample(
    fc.string({ unit: fc.oneof(bits, fc.string({ unit: 'grapheme', maxLength: 2 })), maxLength: 40 }),
    1_500,
  )
  await agree(texts.map((text) => text.replaceAll('\0', '')))
})

test.after(() => database.close())

test.run()
