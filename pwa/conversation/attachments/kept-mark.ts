// Whether files may be waiting in IndexedDB, so that a page without any need not fetch the code to look.

import { keep, readKept } from '../../platform/kept.ts'

const name = (place: string) => `visavis.files ${place}`

export function mayHaveKept(place: string): boolean {
  return readKept<boolean>(name(place)) === true
}

export function markKept(place: string, isKept: boolean): void {
  if (isKept !== mayHaveKept(place)) keep(name(place), isKept)
}
