// The end of the log, read once for all the streams of this process. Each commit wakes one reading of it instead of one
// by each stream, and a stream is rung only for what its reader may see.

import { type Batch, type LogEntry, lastSeq, logAfter } from '../views/stream.ts'
import type { Edge } from './edge.ts'

export type Sees = (entry: LogEntry) => boolean

export interface LogTail {
  /** Rings for each new event that the reader sees, and when somebody said "look" and the log has nothing new. */
  follow(sees: Sees, ring: () => void): () => void
  /** What is after a position; `null` where it does not reach back so far. */
  after(position: number, sees: Sees): Batch | null
}

const slowLookMs = 3_000
/** As far back as a stream may fall behind before it reads for itself. */
const kept = 2_000

export function createLogTail(parts: Pick<Edge, 'database' | 'bus' | 'closing' | 'log'>): LogTail {
  const { database, bus, closing, log } = parts
  const followers = new Set<{ sees: Sees; ring: () => void }>()
  let entries: LogEntry[] = []
  /** Everything after `from` and up to `upTo` is here. */
  let from = Number.POSITIVE_INFINITY
  let upTo = 0
  let looking = false
  let again = false
  let end = () => {}

  async function look(): Promise<void> {
    if (looking) {
      again = true
      return
    }
    looking = true
    try {
      if (from === Number.POSITIVE_INFINITY) from = upTo = await lastSeq(database)
      let isNews = await readOn()
      while (again) isNews = (await readOn()) || isNews
      if (!isNews) for (const { ring } of followers) ring()
    } catch (cause) {
      if (!closing.aborted) log({ level: 'error', what: 'event log', cause: String(cause) })
    } finally {
      looking = false
    }
  }

  async function readOn(): Promise<boolean> {
    again = false
    const news = await logAfter(database, upTo)
    again ||= news.isFull
    upTo = news.entries.at(-1)?.event.seq ?? upTo
    entries.push(...news.entries)
    if (entries.length > 2 * kept) {
      from = entries.at(-kept - 1)?.event.seq ?? from
      entries = entries.slice(-kept)
    }
    for (const { sees, ring } of followers) if (news.entries.some(sees)) ring()
    return news.entries.length > 0
  }

  function begin() {
    const unsubscribe = bus.subscribe(null, (signal) => {
      if (!signal) void look()
    })
    const timer = setInterval(() => void look(), slowLookMs)
    end = () => {
      unsubscribe()
      clearInterval(timer)
      entries = []
      from = Number.POSITIVE_INFINITY
    }
    void look()
  }

  return {
    follow(sees, ring) {
      const follower = { sees, ring }
      if (followers.size === 0) begin()
      followers.add(follower)
      return () => {
        if (followers.delete(follower) && followers.size === 0) end()
      }
    },
    after(position, sees) {
      if (position < from) return null
      const news = entries.filter((entry) => entry.event.seq > position && sees(entry))
      return { events: news.map(({ event }) => event), upTo: Math.max(position, upTo) }
    },
  }
}
