// A message is text. Its length is counted in UTF-16 code units, as browsers count a field's.

export const messageLimit = 10_000

/** The text as it is kept: without control characters and blank ends; `null` if nothing is left or it is too long. */
export function readMessage(text: string): string | null {
  const kept = text.replaceAll(forbidden, '').trim()
  return kept.length > 0 && kept.length <= messageLimit ? kept : null
}

// Tabs and line ends stay. Direction overrides could disguise a link, so they go; marks that only order text stay.
const forbidden = /(?![\t\n])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu
