// Who listens in this process, by who they are: an event is asked about with those alone whom it may concern.

import type { LogEntry } from '../views/stream.ts'

export interface Reader {
  /** An operator's id, or for a customer the conversation's; `null` for whoever may hear of everything. */
  who: string | null
  sees(entry: LogEntry): boolean
}

interface Follower {
  reader: Reader
  ring(): void
}

export function createFollowers() {
  const byName = new Map<string | null, Set<Follower>>()

  function ringAmong(followers: Iterable<Follower>, entry: LogEntry): void {
    for (const { reader, ring } of followers) if (reader.sees(entry)) ring()
  }

  return {
    areAny: () => byName.size > 0,
    /** Returns the end of it. */
    add(reader: Reader, ring: () => void): () => void {
      const follower = { reader, ring }
      const among = byName.get(reader.who) ?? new Set()
      byName.set(reader.who, among.add(follower))
      return () => {
        if (among.delete(follower) && among.size === 0) byName.delete(reader.who)
      }
    },
    tell(entry: LogEntry): void {
      if (entry.readers === null) for (const among of byName.values()) ringAmong(among, entry)
      else
        for (const name of [...entry.readers, entry.event.conversationId, null])
          ringAmong(byName.get(name) ?? [], entry)
    },
    ringAll(): void {
      for (const among of byName.values()) for (const { ring } of among) ring()
    },
  }
}
