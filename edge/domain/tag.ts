// A tag is a few words of the team's own, by which filed conversations are found again.

import { fold } from './search.ts'

export const tagLimit = 40
/** More than that is no order any more, and would fill a row of the archive. */
export const tagsAtMost = 20

/** The tag as it is kept: on one line, without control characters and what turns text around; `null` if nothing fits. */
export function readTag(text: string): string | null {
  const kept = text.replaceAll(forbidden, '').replaceAll(/\s+/g, ' ').trim()
  return kept.length > 0 && kept.length <= tagLimit && fold(kept) !== '' ? kept : null
}

/** Tags that differ in case or marks alone are one: "İade" and "iade". */
export function sameTag(one: string, other: string): boolean {
  return fold(one) === fold(other)
}

/** The same order everywhere, whatever the device's language. */
export function inTagOrder(tags: readonly string[]): string[] {
  return tags.toSorted((one, other) => order(fold(one), fold(other)))
}

const forbidden = /[\p{Cc}\p{Cs}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu

function order(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
