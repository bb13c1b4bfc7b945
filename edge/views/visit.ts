import type { ConversationId } from '../domain/ids.ts'
import { isDefaultMessage } from '../domain/invite.ts'
import { notFound } from '../domain/refusal.ts'
import type { Visit } from '../domain/wire.ts'
import { openCallOf } from '../store/calls.ts'
import { conversationById } from '../store/conversations.ts'
import { customerById } from '../store/customers.ts'
import type { Reads } from '../store/database.ts'
import { operatorById } from '../store/operators.ts'
import { readTeamSettings } from '../store/team-settings.ts'

/** What the customer's page is told once its link is opened, at `now`. */
export async function readVisit(reads: Reads, id: ConversationId, team: string, now: number): Promise<Visit> {
  const conversation = await conversationById(reads, id)
  if (!conversation) throw notFound('conversation')
  const { state, language, message, customerId, inviterId, operatorId } = conversation
  return {
    conversationId: id,
    state,
    language,
    customerName: (await customerById(reads, customerId))?.name ?? '',
    team,
    message: isDefaultMessage(message) ? '' : message,
    inviterName: (await operatorById(reads, inviterId))?.name ?? '',
    operatorName: operatorId === null ? null : ((await operatorById(reads, operatorId))?.name ?? null),
    mayCall: (await readTeamSettings(reads)).customersMayCall,
    now,
  }
}

/** Whoever waits for a call, and whoever loads their page again in the middle of one. */
export async function wantsLine(reads: Reads, { conversationId, state }: Visit): Promise<boolean> {
  if (state === 'waiting' || state === 'offered') return true
  return state === 'active' && (await openCallOf(reads, conversationId))?.state === 'live'
}
