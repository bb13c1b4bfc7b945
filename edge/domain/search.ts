// How words are looked for: the archive's search and one without the network find the same.

/**
 * Letters as a search compares them: small, without their marks, and ı like i. In Turkish İ and i are one letter, and I
 * and ı another, but people type what their keyboard has. schema.sql folds ı for the index; its tokenizer does the rest.
 */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ı', 'i')
}

const word = /[\p{L}\p{N}\p{M}]+/gu
const wordsAround = 12
const wordsBefore = 4

/** A few words of the text around the first that is looked for; every one that is stands in «marks». */
export function excerptOf(text: string, search: string): string {
  const plain = text.replaceAll(/[«»]/g, '"')
  const wanted = fold(search).match(word) ?? []
  const isWanted = (found: string) => wanted.some((start) => fold(found).startsWith(start))
  const words = [...plain.matchAll(word)]
  const first = words.findIndex(([found]) => isWanted(found))
  const from = Math.min(Math.max(0, first - wordsBefore), Math.max(0, words.length - wordsAround))
  const start = from === 0 ? 0 : words[from]?.index
  const next = words[from + wordsAround]
  const part = plain
    .slice(start, next?.index)
    .replaceAll(word, (found) => (isWanted(found) ? `«${found}»` : found))
  return `${from === 0 ? '' : '…'}${next ? `${part.trimEnd()}…` : part}`
}
