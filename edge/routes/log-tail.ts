// The end of the log, read once for all the streams of this process. Commits wake one reading of it instead of one by
// each stream, and a stream is rung only for what its reader may see.

import { type Batch, type LogEntry, lastSeq, logAfter } from '../views/stream.ts'
import type { Edge } from './edge.ts'
import { createFollowers, type Reader } from './followers.ts'

export interface LogTail {
  /** Rings for each new event that the reader sees, and when somebody said "look" to all and the log has nothing new. */
  follow(reader: Reader, ring: () => void): () => void
  /** What is after a position; `null` where it does not reach back so far. */
  after(position: number, sees: Reader['sees']): Batch | null
}

const slowLookMs = 3_000
/** Whoever commits within this after a reading shares the next one. */
const restMs = 10
/** As far back as a stream may fall behind before it reads for itself. */
const kept = 2_000

export function createLogTail(parts: Pick<Edge, 'database' | 'bus' | 'closing' | 'log'>): LogTail {
  const { database, bus, closing, log } = parts
  const followers = createFollowers()
  let entries: LogEntry[] = []
  /** Everything after `from` and up to `upTo` is here. */
  let from = Number.POSITIVE_INFINITY
  let upTo = 0
  let looking = false
  let lookedAt = 0
  let again = false
  let isForAll = true
  let end = () => {}

  async function look(): Promise<void> {
    again = true
    if (looking) return
    looking = true
    while (again && followers.areAny()) {
      // What is woken for in one turn, such as all of a shared commit, is read in one.
      await pause(Math.max(0, lookedAt + restMs - performance.now()))
      lookedAt = performance.now()
      await lookOnce()
    }
    looking = false
  }

  async function lookOnce(): Promise<void> {
    again = false
    const wasForAll = isForAll
    isForAll = false
    try {
      if (from === Number.POSITIVE_INFINITY) from = upTo = await lastSeq(database)
      const isNews = await readOn()
      if (wasForAll && !isNews) followers.ringAll()
    } catch (cause) {
      if (!closing.aborted) log({ level: 'error', what: 'event log', cause: String(cause) })
    }
  }

  async function readOn(): Promise<boolean> {
    const news = await logAfter(database, upTo)
    again ||= news.isFull
    upTo = news.entries.at(-1)?.event.seq ?? upTo
    entries.push(...news.entries)
    if (entries.length > 2 * kept) {
      from = entries.at(-kept - 1)?.event.seq ?? from
      entries = entries.slice(-kept)
    }
    for (const entry of news.entries) followers.tell(entry)
    return news.entries.length > 0
  }

  function begin() {
    const unsubscribe = bus.subscribe(null, (signal, about) => {
      if (signal) return
      isForAll ||= about === null
      void look()
    })
    const timer = setInterval(() => void look(), slowLookMs)
    end = () => {
      unsubscribe()
      clearInterval(timer)
      entries = []
      from = Number.POSITIVE_INFINITY
    }
    // Something may have come between what the first stream read for itself and the beginning of this.
    isForAll = true
    void look()
  }

  return {
    follow(reader, ring) {
      const isFirst = !followers.areAny()
      const unfollow = followers.add(reader, ring)
      if (isFirst) begin()
      return () => {
        unfollow()
        if (!followers.areAny()) end()
      }
    },
    after(position, sees) {
      if (position < from) return null
      const first = entries.findLastIndex(({ event }) => event.seq <= position) + 1
      const news = entries.slice(first).filter(sees)
      return { events: news.map(({ event }) => event), upTo: Math.max(position, upTo) }
    },
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, ms))
}
