import type { AnyEvent, EventData, EventType } from '../../../edge/domain/events.ts'
import type { ConversationId, OperatorId } from '../../../edge/domain/ids.ts'
import type { ConversationSummary, Inbox, Me } from '../../../edge/domain/wire.ts'

export const ada = 'ada' as OperatorId
export const bora = 'bora' as OperatorId

export const me: Me = {
  id: ada,
  name: 'Ada',
  email: 'ada@example.com',
  role: 'admin',
  status: 'online',
  departmentIds: [],
}

export function summary(id: string, facts: Partial<ConversationSummary> = {}): ConversationSummary {
  return {
    id: id as ConversationId,
    state: 'invited',
    assignment: 'direct',
    language: 'en',
    customer: { name: 'Zeynep', phone: '+905321234567' },
    message: 'Hello',
    inviter: { id: ada, name: 'Ada' },
    operator: null,
    department: null,
    sms: { state: 'queued', code: null },
    progress: null,
    call: null,
    createdAt: 0,
    waitingSince: null,
    closedAt: null,
    archivedAt: null,
    lastEventAt: 0,
    lastMessage: null,
    reason: null,
    rating: null,
    tags: [],
    ...facts,
  }
}

export function inbox(...conversations: ConversationSummary[]): Inbox {
  return {
    seq: 0,
    now: 0,
    me,
    team: {
      name: 'Acme',
      settings: { customersMayCall: true },
      templates: [],
      operators: [],
      departments: [],
    },
    conversations,
    offer: null,
  }
}

let seq = 0

export function event<Type extends EventType>(
  type: Type,
  id: string | null,
  data: EventData[Type],
  at = 1,
): AnyEvent {
  seq += 1
  const actor = { kind: 'edge' }
  return { seq, at, conversationId: id, actor, type, data } as unknown as AnyEvent
}
