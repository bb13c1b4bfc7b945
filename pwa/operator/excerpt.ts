export interface ExcerptPart {
  text: string
  hit: boolean
}

/** Cuts an excerpt at the «marks» that the search put around what it found. */
export function excerptParts(excerpt: string): ExcerptPart[] {
  // What stands between two marks is at every second place.
  return excerpt
    .split(/[«»]/)
    .map((text, place) => ({ text, hit: place % 2 === 1 }))
    .filter(({ text }) => text)
}
