/**
 * Places in the order in which `id` prefers them: everybody who computes it gets the same, each place is the first
 * choice of an equal share, and when one is gone only those who were there move (Thaler and Ravishankar, 1998).
 */
export function rendezvous(places: readonly string[], id: string): string[] {
  const weighed = places.map((place) => ({ place, weight: hashOf(`${place} ${id}`) }))
  weighed.sort((one, other) => other.weight - one.weight || (one.place < other.place ? -1 : 1))
  return weighed.map(({ place }) => place)
}

// FNV-1a, and the finish of MurmurHash3: FNV alone leaves texts that begin alike close to each other.
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
