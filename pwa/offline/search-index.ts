// A full-text index in memory that finds what FTS5 finds: every phrase in one text, each phrase's last word as it is
// being typed. Libraries for the browser rank words; none knows phrases, rows and the tokenizer of SQLite.

import { wordsOf } from '../../edge/domain/archive.ts'
import { tokensOf } from './fts-tokens.ts'

export interface SearchIndex {
  /** A text of an owner; of one owner's the later has the higher `seq`. */
  add(owner: string, seq: number, text: string): void
  /** All texts of an owner. */
  remove(owner: string): void
  /** Whose texts are found, each with the `seq` of the latest that is. */
  find(search: string): Map<string, number>
}

/** Where a word stands: texts in the order in which they came. */
type Postings = number[]

export function createSearchIndex(): SearchIndex {
  const owners: (string | null)[] = []
  const seqs: number[] = []
  const texts: string[] = []
  const textsOf = new Map<string, number[]>()
  const postings = new Map<string, Postings>()
  let sorted: string[] | null = null

  /** Every text in which a word begins with these letters. */
  function withPrefix(prefix: string): Uint8Array {
    sorted ??= [...postings.keys()].sort()
    const hits = new Uint8Array(texts.length)
    for (let at = firstFrom(sorted, prefix); sorted[at]?.startsWith(prefix); at++)
      for (const text of postings.get(sorted[at] ?? '') ?? []) hits[text] = 1
    return hits
  }

  function withWord(word: string): Uint8Array {
    const hits = new Uint8Array(texts.length)
    for (const text of postings.get(word) ?? []) hits[text] = 1
    return hits
  }

  /** The words one after the other; the last may go on. */
  function withPhrase(phrase: readonly string[]): Uint8Array {
    const last = phrase.length - 1
    const hits = phrase.map((word, at) => (at === last ? withPrefix(word) : withWord(word))).reduce(both)
    if (phrase.length > 1)
      for (let text = hits.indexOf(1); text >= 0; text = hits.indexOf(1, text + 1))
        if (!holdsPhrase(tokensOf(texts[text] ?? ''), phrase)) hits[text] = 0
    return hits
  }

  function latest(hits: Uint8Array): Map<string, number> {
    const found = new Map<string, number>()
    for (let text = hits.indexOf(1); text >= 0; text = hits.indexOf(1, text + 1)) {
      const owner = owners[text]
      if (owner) found.set(owner, Math.max(found.get(owner) ?? 0, seqs[text] ?? 0))
    }
    return found
  }

  return {
    add(owner, seq, text) {
      const at = texts.length
      owners.push(owner)
      seqs.push(seq)
      texts.push(text)
      const own = textsOf.get(owner)
      if (own) own.push(at)
      else textsOf.set(owner, [at])
      for (const token of new Set(tokensOf(text))) {
        const known = postings.get(token)
        if (known) known.push(at)
        else {
          postings.set(token, [at])
          sorted = null
        }
      }
    },
    remove(owner) {
      for (const at of textsOf.get(owner) ?? []) {
        owners[at] = null
        texts[at] = ''
      }
      textsOf.delete(owner)
    },
    find(search) {
      const phrases = wordsOf(search).map(tokensOf)
      // What has no letters asks for nothing, as in FTS5; where nothing is asked for, nothing is found.
      const asked = phrases.filter((phrase) => phrase.length > 0)
      return asked.length === 0 ? new Map() : latest(asked.map(withPhrase).reduce(both))
    },
  }
}

function both(one: Uint8Array, other: Uint8Array): Uint8Array {
  for (let at = 0; at < one.length; at++) one[at] = (one[at] ?? 0) & (other[at] ?? 0)
  return one
}

function holdsPhrase(tokens: readonly string[], phrase: readonly string[]): boolean {
  const last = phrase.length - 1
  return tokens.some((_, from) =>
    phrase.every((word, at) => {
      const token = tokens[from + at]
      return at === last ? token?.startsWith(word) : token === word
    }),
  )
}

/** The first place whose word is not before `prefix`. */
function firstFrom(sorted: readonly string[], prefix: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < prefix) low = middle + 1
    else high = middle
  }
  return low
}
