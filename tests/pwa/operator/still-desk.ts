import { createStore } from 'solid-js/store'
import type { AnyEvent } from '../../../edge/domain/events.ts'
import type { ConversationSummary, RingingOffer } from '../../../edge/domain/wire.ts'
import type { Calls } from '../../../pwa/operator/calls.ts'
import type { Desk } from '../../../pwa/operator/desk.ts'
import { applyToInbox, type InboxState, inboxState } from '../../../pwa/operator/inbox.ts'
import { inbox } from './summaries.ts'

/** A desk without a stream: the test says what happens. */
export function makeStillDesk(offer: RingingOffer | null, conversations: ConversationSummary[] = []) {
  const [state, setState] = createStore<InboxState>(inboxState({ ...inbox(...conversations), offer }))
  const put: ConversationSummary[] = []
  let heard: (event: AnyEvent) => void = () => {}
  const desk: Desk = {
    inbox: state,
    connection: () => 'open',
    unread: { of: () => 0, take() {}, see() {} },
    conversation: (id) => state.conversations.find((summary) => summary.id === id),
    put: (summary) => void put.push(summary),
    putTeam: (team) => setState('team', team),
    putMe: (me) => setState('me', me),
    renew: () => true,
    clearOffer: () => setState('offer', null),
    listen: ({ event, news }) => {
      heard = (one) => {
        event?.(one)
        news?.(one)
      }
    },
  }
  function happens(event: AnyEvent) {
    heard(event)
    setState(applyToInbox(state, event))
  }
  return { desk, put, happens }
}

/** Calls that only note down what was expected, waited for and settled. */
export function makeStillCalls() {
  const notes: string[] = []
  const calls: Calls = {
    ids: () => [],
    docks: () => [],
    isOffered: () => false,
    cameUp: () => {},
    whenUp: async (id) => void notes.push(`until ${id} is up`),
    isLive: () => false,
    isAnswering: () => false,
    isExpected: () => false,
    own: () => {},
    release: () => {},
    expect: (id) => void notes.push(`expect ${id}`),
    settle: (id) => void notes.push(`settle ${id}`),
  }
  return { calls, notes }
}
