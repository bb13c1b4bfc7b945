// The law of a conversation, from the invite to the archive.

import type { Steps } from './step.ts'

export const conversationStates = [
  'invited',
  'unreachable',
  'waiting',
  'offered',
  'active',
  'closed',
  'archived',
  'expired',
] as const

export type ConversationState = (typeof conversationStates)[number]

export const conversationEvents = [
  'conversation.invited',
  'sms.failed',
  'link.opened',
  'invite.lapsed',
  'invite.revoked',
  'job.offered',
  'job.accepted',
  'job.declined',
  'offer.lapsed',
  'conversation.transferred',
  'conversation.closed',
  'conversation.archived',
] as const

export type ConversationStep = (typeof conversationEvents)[number]

export const conversationSteps: Steps<ConversationState, ConversationStep> = {
  invited: {
    'sms.failed': 'unreachable',
    'link.opened': 'waiting',
    'invite.lapsed': 'expired',
    'invite.revoked': 'expired',
  },
  unreachable: {
    'conversation.invited': 'invited',
    // The SMS failed, yet the link was copied or scanned: whoever comes is welcome.
    'link.opened': 'waiting',
    'invite.lapsed': 'expired',
    'invite.revoked': 'expired',
  },
  waiting: { 'job.offered': 'offered', 'conversation.closed': 'closed' },
  offered: {
    'job.accepted': 'active',
    'job.declined': 'waiting',
    'offer.lapsed': 'waiting',
    'conversation.closed': 'closed',
  },
  active: { 'conversation.transferred': 'waiting', 'conversation.closed': 'closed' },
  closed: { 'conversation.archived': 'archived' },
  archived: {},
  expired: {},
}

export type Party = 'customer' | 'operator' | 'clock' | 'twilio' | 'edge'

/** Who may cause which step. An operator may close only what is active: then it is theirs. */
export const conversationParties: Readonly<Record<ConversationStep, readonly Party[]>> = {
  'conversation.invited': ['operator'],
  'sms.failed': ['twilio', 'edge'],
  'link.opened': ['customer'],
  'invite.lapsed': ['clock'],
  'invite.revoked': ['operator'],
  'job.offered': ['edge'],
  'job.accepted': ['operator'],
  'job.declined': ['operator'],
  'offer.lapsed': ['clock'],
  'conversation.transferred': ['operator'],
  'conversation.closed': ['customer', 'operator', 'clock'],
  'conversation.archived': ['operator', 'clock'],
}

/** States in which the customer and the team can write to each other. */
export const openStates: readonly ConversationState[] = ['waiting', 'offered', 'active']

export const endReasons = ['resolved', 'follow-up', 'not-reached', 'wrong-number', 'other'] as const
export type EndReason = (typeof endReasons)[number]

/** The clock's own reason: nobody filed it in time. */
export const clockReason = 'not-filed'

/** How long the customer's device may come back after the end: to rate, and for the transcript and the files. */
export const comeBackMs = 24 * 60 * 60 * 1000

/** A closed conversation that nobody files is archived by the clock after a day. */
export const archiveGraceMs = 24 * 60 * 60 * 1000

/** An open conversation in which nothing happened for this long is closed by the clock. */
export const silenceMs = 4 * 60 * 60 * 1000
