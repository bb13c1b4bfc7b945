// The wake-up bus of one isolate. A request may not touch what belongs to another one, neither its timers nor its
// promises. So what is said is a note that all of them can read, and whoever listens looks for notes by a timer of its own.

import type { Signal } from '../domain/wire.ts'
import { createWakeUpBus, type WakeUpBus } from '../gateways/wake-up.ts'

/** Said once: without a signal for a wake-up. */
interface Note {
  topic: string | null
  signal?: Signal
}

/** The last notes of this isolate. Plain data: no request owns them. */
export interface Notes {
  kept: Note[]
  /** Of all that were ever written. */
  count: number
}

export const noNotes = (): Notes => ({ kept: [], count: 0 })

/** Who is further behind than this looks at the log by itself. */
const mostKept = 1_000
const lookMs = 100

/**
 * One request's ear at it. It costs nothing until somebody listens.
 * @param meanwhile called at each look, in the listening request's own time
 */
export function createIsolateBus(notes: Notes, meanwhile: () => void): WakeUpBus {
  const own = createWakeUpBus()
  let listening = 0
  let timer: ReturnType<typeof setInterval> | undefined
  let seen = 0

  function look() {
    const fresh = notes.kept.slice(Math.max(0, notes.kept.length - (notes.count - seen)))
    seen = notes.count
    for (const { topic, signal } of fresh) signal ? own.signal(signal) : own.wake(topic)
    meanwhile()
  }

  function say(note: Note) {
    notes.kept.push(note)
    notes.count++
    if (notes.kept.length > mostKept) notes.kept.splice(0, mostKept / 2)
  }

  return {
    ...own,
    // Other isolates are not heard.
    state: () => 'polling',
    wake: (topic) => say({ topic }),
    signal: (signal) => say({ topic: signal.conversationId, signal }),
    subscribe(topic, listener) {
      if (listening++ === 0) {
        seen = notes.count
        timer = setInterval(look, lookMs)
      }
      const end = own.subscribe(topic, listener)
      return () => {
        end()
        if (--listening === 0) clearInterval(timer)
      }
    },
  }
}
