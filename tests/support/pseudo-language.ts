import type { Wording } from './reword.ts'

// As many letters as Latin has, so that no two words become one.
const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنه'

/** A language that nobody speaks: from right to left, and a third longer than English. */
export const pseudoLanguage: Wording = { language: 'ar', direction: 'rtl', say: pseudo }

function pseudo(text: string): string {
  return isAddress.test(text) ? text : text.replace(/\p{L}+/gu, (word) => longer(turned(word)))
}

// Nobody translates these.
const isAddress = /@|:\/\//

function turned(word: string): string {
  return [...word.toLowerCase()]
    .map((letter) => letters[(letter.codePointAt(0) ?? 0) % letters.length])
    .join('')
}

function longer(word: string): string {
  return word.length < 4 ? word : word + word.slice(0, Math.ceil(word.length / 3))
}
