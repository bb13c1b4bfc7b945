// One pure reducer for live, resumed and archived views, so that they cannot differ.

import type { ConversationState } from '../../edge/domain/conversation.ts'
import type { Actor, AnyEvent } from '../../edge/domain/events.ts'
import type { Rating } from '../../edge/domain/survey.ts'
import type { History, OpenCall } from '../../edge/domain/wire.ts'
import { callAfter } from './call-after.ts'
import { type Entry, entryOf, isTold } from './entry.ts'
import { stateAfter } from './state-after.ts'

export type { AttachmentEntry, Entry, MessageEntry, SystemEntry } from './entry.ts'

export interface Timeline extends Facts {
  /** Oldest first. What is still on its way is not among them: see outbox.ts. */
  entries: readonly Entry[]
}

interface Facts {
  lastSeq: number
  state: ConversationState
  call: OpenCall | null
  operatorName: string | null
  closedBy: Actor['kind'] | null
  rating: Rating | null
}

export const emptyTimeline: Timeline = {
  lastSeq: 0,
  state: 'invited',
  call: null,
  operatorName: null,
  closedBy: null,
  rating: null,
  entries: [],
}

/** What was applied before (a lower or the same `seq`) changes nothing, so streams may repeat themselves. */
export function applyEvent(timeline: Timeline, event: AnyEvent): Timeline {
  return applyEvents(timeline, [event])
}

/** As `applyEvent` one after the other, but the entries are copied once: a long log is linear. */
export function applyEvents(timeline: Timeline, events: readonly AnyEvent[]): Timeline {
  let facts: Facts = timeline
  const added: Entry[] = []
  for (const event of events) {
    if (event.seq <= facts.lastSeq) continue
    facts = factsAfter(facts, event)
    if (isTold(event)) added.push(entryOf(event))
  }
  if (facts === timeline) return timeline
  return { ...facts, entries: added.length === 0 ? timeline.entries : timeline.entries.concat(added) }
}

/** The newest page of a conversation. What its events are too few to tell, the summary says. */
export function timelineOf(history: History): Timeline {
  const { state, call, operator, rating } = history.conversation
  const seed = { ...emptyTimeline, state, call, rating, operatorName: operator?.name ?? null }
  return applyEvents(seed, history.events)
}

/** An older page, put before the rest: it adds entries, and the newer facts stand. */
export function prependEvents(timeline: Timeline, older: readonly AnyEvent[]): Timeline {
  return { ...timeline, entries: [...older.filter(isTold).map(entryOf), ...timeline.entries] }
}

function factsAfter(facts: Facts, event: AnyEvent): Facts {
  return {
    lastSeq: event.seq,
    state: stateAfter(facts.state, event.type),
    call: callAfter(facts.call, event),
    operatorName: operatorAfter(facts.operatorName, event),
    closedBy: event.type === 'conversation.closed' ? event.actor.kind : facts.closedBy,
    rating: event.type === 'survey.answered' ? event.data.rating : facts.rating,
  }
}

function operatorAfter(name: string | null, event: AnyEvent): string | null {
  if (event.type === 'job.accepted') return event.data.operatorName
  return event.type === 'conversation.transferred' ? null : name
}
