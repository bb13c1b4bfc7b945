import { type Accessor, createContext, createSignal, onCleanup, useContext } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { AnyEvent } from '../../edge/domain/events.ts'
import type { ConversationSummary, Inbox, Me, Signal, Team } from '../../edge/domain/wire.ts'
import { edgeNow } from '../platform/edge-clock.ts'
import { request } from '../platform/request.ts'
import { makeSharedStream } from '../platform/shared-stream.ts'
import { applyToInbox, type InboxState, inboxState, wantsFetch, withConversation } from './inbox.ts'
import { makeListening } from './make-listening.ts'
import { createUnread, type Unread } from './unread.ts'

export type Connection = 'connecting' | 'open' | 'offline'
interface Heard {
  event?(event: AnyEvent): void
  /** An event that the inbox does not know yet, told before it changes. */
  news?(event: AnyEvent): void
  signal?(signal: Signal): void
}

/** What every screen of a signed-in operator stands on: the inbox, kept up to date by one event stream. */
export interface Desk {
  inbox: InboxState
  connection: Accessor<Connection>
  unread: Unread
  conversation(id: string): ConversationSummary | undefined
  /** What an answer of the edge said, ahead of its event. */
  put(summary: ConversationSummary): void
  putTeam(team: Team): void
  putMe(me: Me): void
  clearOffer(): void
  /** What the edge says now, in place of an older view; `false` where events have gone on meanwhile. */
  renew(inbox: Inbox): boolean
  /** Every event and sign from now on, in order. Ends with the caller. */
  listen(heard: Heard): void
}

export interface DeskEnds {
  /** The edge does not know us any more. */
  signedOut(): void
  /** The stream cannot go on from where it was: start afresh. */
  lost(): void
  /** The view has changed: what a device may keep to begin with next time. */
  changed?(inbox: Inbox): void
}

/** @param isStale `start` is what this device remembers: until it was renewed, nothing rings */
export function createDesk(start: Inbox, ends: DeskEnds, isStale = false): Desk {
  let isRenewed = !isStale
  let state = ofNow(inboxState(start))
  const [inbox, setInbox] = createStore(structuredClone(state) as InboxState)
  const [connection, setConnection] = createSignal<Connection>('connecting')
  const unread = createUnread()
  let seq = start.seq
  const listeners = new Set<Heard>()
  const fetching = new Set<string>()

  // A ring is of the moment: what is told afterwards, event by event, rings no more.
  function ofNow(next: InboxState): InboxState {
    return isRenewed ? next : { ...next, offer: null }
  }

  function show(next: InboxState) {
    state = ofNow(next)
    setInbox(reconcile(structuredClone(state)))
    const { me, team, conversations } = next
    ends.changed?.({ seq, now: edgeNow(), me, team, conversations: [...conversations], offer: null })
  }

  function take(event: AnyEvent) {
    for (const heard of listeners) heard.event?.(event)
    unread.take(event)
    // The stream may still tell what a renewed inbox has in it.
    if (event.seq > seq) takeNews(event)
  }

  function takeNews(event: AnyEvent) {
    const fetch = wantsFetch(state, event)
    for (const heard of listeners) heard.news?.(event)
    seq = event.seq
    show(applyToInbox(state, event))
    if (fetch && event.conversationId) void fetchConversation(event.conversationId)
    if (event.type === 'team.changed') void fetchTeam()
  }

  async function fetchConversation(id: string) {
    if (fetching.has(id)) return
    fetching.add(id)
    const path = `/api/conversations/${id}`
    const summary = await request<ConversationSummary>('GET', path).catch(() => null)
    fetching.delete(id)
    if (summary) show(withConversation(state, summary))
  }

  async function fetchTeam() {
    const team = await request<Team>('GET', '/api/team').catch(() => null)
    if (team) show({ ...state, team })
  }

  // HTTP/1.1 allows six connections to a server: the seventh tab would wait for ever.
  const end = makeSharedStream(`visavis.events.${start.me.id}`, '/api/events', start.seq, {
    event: take,
    signal: (signal) => {
      for (const heard of listeners) heard.signal?.(signal)
    },
    state: setConnection,
    heard: makeListening(),
    refused: (status) => (status === 401 ? ends.signedOut() : ends.lost()),
  })
  onCleanup(end)

  return {
    inbox,
    connection,
    unread,
    conversation: (id) => inbox.conversations.find((summary) => summary.id === id),
    put: (summary) => show(withConversation(state, summary)),
    putTeam: (team) => show({ ...state, team }),
    putMe: (me) => show({ ...state, me }),
    renew(fresh) {
      if (fresh.seq < seq) return false
      seq = fresh.seq
      isRenewed = true
      show(inboxState(fresh))
      return true
    },
    clearOffer: () => show({ ...state, offer: null }),
    listen(heard) {
      listeners.add(heard)
      onCleanup(() => listeners.delete(heard))
    },
  }
}

export const DeskContext = createContext<Desk>()

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk() stands outside of a signed-in operator')
  return desk
}
