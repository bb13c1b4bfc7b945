// What a line of the timeline says about an event: `event.<type>` of the dictionaries, or a variant of it.

import type { CallId } from '../../edge/domain/ids.ts'
import type { Side } from '../../edge/domain/tickets.ts'
import { formatDuration } from '../words/formats.ts'
import type { WordKey, Words } from '../words/words.tsx'
import type { SystemEntry } from './entry.ts'

type SystemEvent = SystemEntry['event']

/** Who reads the line, and what they call the other side. */
export interface Reader {
  side: Side
  otherName: string
}

export function systemLine(event: SystemEvent, reader: Reader, words: Words): string {
  const { duration, reason, rating, comment = '', tag = '', text = '' } = event.data as Details
  return words.t(`event.${variantOf(event, reader.side)}` as WordKey, {
    name: nameIn(event) ?? reader.otherName,
    duration: formatDuration(duration ?? 0, words.language()),
    reason: words.t(`reason.${reason}` as WordKey),
    rating: words.t(`rating.${rating}` as WordKey),
    comment,
    tag,
    text,
  })
}

type Details = Partial<{
  duration: number
  reason: string
  rating: number
  comment: string
  tag: string
  text: string
  operatorName: string
}>

function variantOf(event: SystemEvent, side: Side): string {
  const { type, data, actor } = event
  switch (type) {
    case 'call.lost':
      return 'call.hung-up'
    case 'conversation.transferred':
      return nameIn(event) ? type : `${type}.team`
    case 'conversation.closed':
      return `${type}.${closedBy(actor.kind, side)}`
    case 'link.opened':
    case 'link.handed-over':
      return side === 'customer' ? `${type}.you` : type
    case 'call.placed':
      return data.side === side ? `${type}.you` : type
    case 'survey.answered':
      return data.comment ? `${type}.comment` : type
    default:
      return further[type]?.(event as never) ?? type
  }
}

type Variants = { [Type in SystemEvent['type']]?: (event: Extract<SystemEvent, { type: Type }>) => string }

const further: Record<string, ((event: never) => string) | undefined> = {}

/** Variants that not every page has to know; see team-lines.ts. */
export function addVariants(variants: Variants): void {
  Object.assign(further, variants)
}

function closedBy(kind: SystemEvent['actor']['kind'], side: Side): string {
  if (kind === side) return 'you'
  return kind === 'customer' || kind === 'operator' ? kind : 'clock'
}

/** Whom the line is about: who is passed on to, or the operator whose job it is, or who did it. */
function nameIn({ type, data, actor }: SystemEvent): string | null {
  if (type === 'conversation.transferred') return data.toOperator ?? data.toDepartment
  const { operatorName } = data as Details
  return operatorName ?? (actor.kind === 'operator' ? actor.name : null)
}

/** A call's start and end stand out in green, as the handbook has it. */
export function isCallLine(event: SystemEvent): boolean {
  return event.type === 'call.answered' || event.type === 'call.hung-up' || event.type === 'call.lost'
}

/** The call that came to its end here, once it was live. */
export function endedCall(event: SystemEvent): CallId | null {
  return event.type === 'call.hung-up' || event.type === 'call.lost' ? event.data.callId : null
}
