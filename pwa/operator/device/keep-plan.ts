// What is to be done to the copies on a device, so that they are what its operator may read, within its limits.

import type { ArchiveMark } from '../../../edge/domain/wire.ts'
import type { CopyMark } from '../../offline/archive-desk.ts'

export interface KeepPlan {
  /** Out of reach, erased, or too old. */
  drop: string[]
  /** New or changed, the latest first. */
  fetch: string[]
}

/** `theirs`: what the edge says may be kept, the latest first. `open`: the conversations under way that are seen here. */
export function keepPlan(
  mine: readonly CopyMark[],
  theirs: readonly ArchiveMark[],
  open: ReadonlySet<string>,
): KeepPlan {
  const known = new Map(mine.map((mark) => [mark.id, mark]))
  const allowed = new Set<string>(theirs.map(({ id }) => id))
  return {
    drop: mine.filter(({ id }) => !allowed.has(id) && !open.has(id)).map(({ id }) => id),
    fetch: theirs.filter((mark) => !isSame(known.get(mark.id), mark)).map(({ id }) => id),
  }
}

/** The oldest go first, until the rest fits; what somebody asked for stays. */
export function overLimit(mine: readonly CopyMark[], bytes: number): string[] {
  let sum = mine.reduce((total, mark) => total + mark.bytes, 0)
  const byAge = mine
    .filter(({ pinned, archivedAt }) => !pinned && archivedAt !== null)
    .toSorted((one, other) => (one.archivedAt ?? 0) - (other.archivedAt ?? 0))
  const gone: string[] = []
  for (const mark of byAge) {
    if (sum <= bytes) break
    sum -= mark.bytes
    gone.push(mark.id)
  }
  return gone
}

function isSame(mine: CopyMark | undefined, theirs: ArchiveMark): boolean {
  return mine?.seq === theirs.seq && mine.name === theirs.name && mine.archivedAt !== null
}
