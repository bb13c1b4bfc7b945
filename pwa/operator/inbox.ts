// The inbox as one pure reducer over the event stream.

import type { AnyEvent, EventType } from '../../edge/domain/events.ts'
import type { ConversationId, JobId } from '../../edge/domain/ids.ts'
import type { ConversationSummary, Inbox, Me, RingingOffer, Team } from '../../edge/domain/wire.ts'
import { summaryAfter } from './summary-after.ts'

export interface InboxState {
  me: Me
  team: Team
  conversations: readonly ConversationSummary[]
  /** The job that rings for me. Its conversation is among the others. */
  offer: MyOffer | null
}

export interface MyOffer {
  jobId: JobId
  expiresAt: number
  conversationId: ConversationId
}

export function inboxState(inbox: Inbox): InboxState {
  const { me, team, conversations } = inbox
  const state = { me, team, conversations, offer: null }
  return inbox.offer ? withOffer(state, inbox.offer) : state
}

export function applyToInbox(state: InboxState, event: AnyEvent): InboxState {
  if (event.type === 'operator.status-changed') return withStatus(state, event.data)
  const conversations = state.conversations
    .map((summary) => (summary.id === event.conversationId ? summaryAfter(summary, event) : summary))
    .filter((summary) => summary.state !== 'archived')
  return { ...state, conversations, offer: offerAfter(state, event) }
}

/** Puts in what was fetched, in place of what was known of it. */
export function withConversation(state: InboxState, summary: ConversationSummary): InboxState {
  const others = state.conversations.filter((other) => other.id !== summary.id)
  return { ...state, conversations: summary.state === 'archived' ? others : [...others, summary] }
}

// These carry too little to build the summary from, or tell of a conversation we never had.
const asks: readonly EventType[] = ['conversation.invited', 'conversation.transferred']
const farewells: readonly EventType[] = ['conversation.archived', 'survey.answered']

/** Whether the event's conversation has to be fetched to know what it is now. */
export function wantsFetch(state: InboxState, event: AnyEvent): boolean {
  if (!event.conversationId || farewells.includes(event.type)) return false
  return asks.includes(event.type) || !state.conversations.some(({ id }) => id === event.conversationId)
}

function withOffer(state: InboxState, { jobId, expiresAt, conversation }: RingingOffer): InboxState {
  return {
    ...withConversation(state, conversation),
    offer: { jobId, expiresAt, conversationId: conversation.id },
  }
}

function withStatus(state: InboxState, { operatorId, status }: Pick<Me, 'status'> & { operatorId: string }) {
  const operators = state.team.operators.map((row) => (row.id === operatorId ? { ...row, status } : row))
  const me = operatorId === state.me.id ? { ...state.me, status } : state.me
  return { ...state, me, team: { ...state.team, operators } }
}

function offerAfter({ offer, me }: InboxState, event: AnyEvent): MyOffer | null {
  if (event.type === 'job.offered' && event.data.operatorId === me.id && event.conversationId) {
    const { jobId, expiresAt } = event.data
    return { jobId, expiresAt, conversationId: event.conversationId }
  }
  return offer && offerEnding(offer, event) ? null : offer
}

/** How the event ended the offer, or `null` if it did not. */
export function offerEnding(
  offer: MyOffer,
  event: AnyEvent,
): 'accepted' | 'declined' | 'lapsed' | 'left' | null {
  if (event.conversationId !== offer.conversationId) return null
  if (event.type === 'job.accepted') return 'accepted'
  if (event.type === 'job.declined') return 'declined'
  if (event.type === 'conversation.closed') return 'left'
  // A job that rings elsewhere now rings here no longer, whatever we missed in between.
  return event.type === 'offer.lapsed' || event.type === 'job.offered' ? 'lapsed' : null
}
