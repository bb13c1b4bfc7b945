import { letterOf } from './fts-letters.ts'

/** The words of a text as the edge's index has them, in order; schema.sql makes every ı an i before. */
export function tokensOf(text: string): string[] {
  const tokens: string[] = []
  let token = ''
  for (const character of text.replaceAll('ı', 'i')) {
    const letter = letterOf(character.codePointAt(0) ?? 0)
    if (letter) token += letter
    else if (letter === null && token) {
      tokens.push(token)
      token = ''
    }
  }
  if (token) tokens.push(token)
  return tokens
}
