// Both sides of each conversation listen, and everything that was acknowledged must be heard by both, once, in order.

import type { Talk } from './crowd.ts'
import { type Listener, listen } from './listener.ts'

export interface LoadWitness {
  listeners: readonly Listener[]
  /** From then on a message counts, with the time at which it was sent. */
  sent(talk: Talk, text: string): void
  acknowledged(talk: Talk, text: string): void
  /** Milliseconds from the sending to each hearing. */
  deliveries: number[]
  /** Resolves once everything acknowledged was heard, or `ms` have passed without another word. */
  settle(ms: number): Promise<void>
  findings(): Findings
  end(): void
}

export interface Findings {
  acknowledged: number
  lost: number
  doubled: number
  disordered: number
}

interface Ear {
  heard: Map<string, number>
  /** Of each writer, the number of the last message. */
  last: Map<string, number>
}

/**
 * A text is the conversation, its writer and a number.
 * @param inOrder whoever writes waits for the acknowledgement of one message before the next
 */
export function watch(
  talks: readonly Talk[],
  next: (at: number) => string,
  { inOrder = false } = {},
): LoadWitness {
  const sentAt = new Map<string, number>()
  const owed = new Map<string, string[]>()
  const ears = new Map<string, Ear[]>()
  const deliveries: number[] = []
  let disordered = 0
  let latest = performance.now()
  const listeners = talks.flatMap((talk, at) =>
    [talk.customer, talk.operator].map((person) => {
      const ear: Ear = { heard: new Map(), last: new Map() }
      ears.set(talk.id, [...(ears.get(talk.id) ?? []), ear])
      return listen(person, () => next(at), {
        disorder: () => {
          disordered++
        },
        message(text) {
          const since = sentAt.get(text)
          // A colleague's conversation, where operators see each other's.
          if (since === undefined || !text.startsWith(talk.id)) return
          latest = performance.now()
          const times = (ear.heard.get(text) ?? 0) + 1
          ear.heard.set(text, times)
          if (times === 1) deliveries.push(latest - since)
          const [, writer = '', number = ''] = text.split(' ')
          if (inOrder && Number(number) <= (ear.last.get(writer) ?? -1)) disordered++
          ear.last.set(writer, Number(number))
        },
      })
    }),
  )

  const each = function* () {
    for (const [id, texts] of owed)
      for (const ear of ears.get(id) ?? []) for (const text of texts) yield ear.heard.get(text) ?? 0
  }
  const isAllHeard = () => {
    for (const times of each()) if (times === 0) return false
    return true
  }

  return {
    listeners,
    deliveries,
    sent: (_talk, text) => void sentAt.set(text, performance.now()),
    acknowledged(talk, text) {
      const texts = owed.get(talk.id)
      if (texts) texts.push(text)
      else owed.set(talk.id, [text])
    },
    async settle(ms) {
      latest = performance.now()
      while (!isAllHeard() && performance.now() - latest < ms)
        await new Promise((resume) => setTimeout(resume, 100))
    },
    findings() {
      const times = [...each()]
      const doubled = [...ears.values()].flat().flatMap(({ heard }) => [...heard.values()])
      return {
        acknowledged: [...owed.values()].reduce((sum, { length }) => sum + length, 0),
        lost: times.filter((one) => one === 0).length,
        doubled: doubled.filter((one) => one > 1).length,
        disordered,
      }
    },
    end() {
      for (const listener of listeners) listener.end()
    },
  }
}
