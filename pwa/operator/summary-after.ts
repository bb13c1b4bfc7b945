import type { AnyEvent } from '../../edge/domain/events.ts'
import { inTagOrder, sameTag } from '../../edge/domain/tag.ts'
import type { ConversationSummary } from '../../edge/domain/wire.ts'
import { callAfter } from '../conversation/call-after.ts'
import { stateAfter } from '../conversation/state-after.ts'

/** A conversation as the inbox lists it, after an event of its own. */
export function summaryAfter(before: ConversationSummary, event: AnyEvent): ConversationSummary {
  return {
    ...before,
    state: stateAfter(before.state, event.type),
    call: callAfter(before.call, event),
    lastEventAt: Math.max(before.lastEventAt, event.at),
    ...factsOf(before, event),
  }
}

function factsOf(before: ConversationSummary, event: AnyEvent): Partial<ConversationSummary> {
  switch (event.type) {
    case 'sms.progressed':
      return { sms: { state: event.data.state, code: null } }
    case 'sms.failed':
      return { sms: { state: event.data.state, code: event.data.code } }
    case 'link.opened':
      return { waitingSince: event.at }
    case 'conversation.transferred':
      return { waitingSince: event.at, operator: null }
    case 'job.accepted':
      return { operator: { id: event.data.operatorId, name: event.data.operatorName } }
    case 'message.posted':
      return { lastMessage: { text: event.data.text, side: event.data.side, at: event.at } }
    case 'attachment.shared':
      return { lastMessage: { text: event.data.name, side: event.data.side, at: event.at } }
    case 'visit.progressed':
      return { progress: { step: event.data.step, at: event.at } }
    case 'conversation.closed':
      return { closedAt: event.at }
    case 'conversation.archived':
      return { archivedAt: event.at, reason: event.data.reason }
    case 'conversation.tagged':
      return { tags: inTagOrder([...withoutTag(before.tags, event.data.tag), event.data.tag]) }
    case 'conversation.untagged':
      return { tags: withoutTag(before.tags, event.data.tag) }
    case 'survey.answered':
      return { rating: event.data.rating }
    default:
      return {}
  }
}

function withoutTag(tags: readonly string[], tag: string): string[] {
  return tags.filter((other) => !sameTag(other, tag))
}
