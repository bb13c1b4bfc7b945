/** A piece of a message: plain, or a link to where it says. */
export interface TextPart {
  text: string
  href: string | null
}

// Only what says http itself is a link: `javascript:` and its kin stay text, and so do names with a dot in them.
const address = /https?:\/\/[^\s<>"“”«»]+/giu
const punctuation = ".,;:!?'’…"

/** Cuts a text into plain pieces and links. Put together again, the pieces are the text. */
export function findLinks(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(address)) {
    const found = withoutTrailing(match[0])
    const href = hrefOf(found)
    if (!href) continue
    if (match.index > from) parts.push({ text: text.slice(from, match.index), href: null })
    parts.push({ text: found, href })
    from = match.index + found.length
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null })
  return parts
}

/** The full stop after an address belongs to the sentence, as does a bracket that was opened before it. */
function withoutTrailing(address: string): string {
  const dropped = address.includes('(') ? punctuation : `${punctuation})`
  let end = address.length
  while (end > 0 && dropped.includes(address.charAt(end - 1))) end -= 1
  return address.slice(0, end)
}

/** A name before the host (`https://bank.example@evil.example`) is there to deceive: no link then. */
function hrefOf(text: string): string | null {
  const url = parsed(text)
  return url && !url.username && !url.password ? url.href : null
}

function parsed(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
