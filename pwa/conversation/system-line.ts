// What a line of the timeline says about an event, as a key of the dictionaries and the values it takes.

import type { Side } from '../../edge/domain/tickets.ts'
import { formatDuration } from '../words/formats.ts'
import type { Values, WordKey, Words } from '../words/words.tsx'
import type { SystemEntry } from './entry.ts'

type SystemEvent = SystemEntry['event']

export function systemLine(event: SystemEvent, side: Side, words: Words): string {
  const [key, values] = wordsFor(event, side, words)
  return words.t(key, values)
}

function wordsFor(event: SystemEvent, side: Side, words: Words): [WordKey, Values?] {
  const name = event.actor.kind === 'operator' ? event.actor.name : words.t('conversation.customer')
  switch (event.type) {
    case 'conversation.invited':
      return [event.data.again ? 'event.invited-again' : 'event.invited', { name }]
    case 'sms.progressed':
    case 'sms.failed':
      return [`event.sms.${event.data.state}`]
    case 'link.opened':
      return [side === 'customer' ? 'event.opened.you' : 'event.opened']
    case 'invite.lapsed':
      return ['event.lapsed']
    case 'invite.revoked':
      return ['event.revoked']
    case 'job.offered':
      return ['event.offered', { name: event.data.operatorName }]
    case 'job.accepted':
      return ['event.accepted', { name: event.data.operatorName }]
    case 'job.declined':
      return ['event.declined', { name: event.data.operatorName }]
    case 'offer.lapsed':
      return ['event.offer-lapsed', { name: event.data.operatorName }]
    case 'conversation.transferred':
      return transferred(event.data.toOperator ?? event.data.toDepartment)
    case 'conversation.closed':
      return closed(event.actor.kind, side, name)
    case 'conversation.archived':
      return ['event.archived', { reason: words.t(`reason.${event.data.reason}`) }]
    case 'call.placed':
      return [event.data.side === side ? 'event.call.placed.you' : 'event.call.placed', { name }]
    case 'call.answered':
      return ['event.call.answered']
    case 'call.hung-up':
    case 'call.lost':
      return ['event.call.ended', { duration: formatDuration(event.data.duration, words.language()) }]
    case 'call.declined':
      return ['event.call.declined']
    case 'call.cancelled':
      return ['event.call.cancelled']
    case 'call.missed':
      return ['event.call.missed']
    case 'survey.answered':
      return rated(event.data.rating, event.data.comment, words)
    default:
      return ['common.product']
  }
}

function transferred(name: string | null): [WordKey, Values?] {
  return name ? ['event.transferred', { name }] : ['event.transferred.team']
}

function closed(by: SystemEvent['actor']['kind'], side: Side, name: string): [WordKey, Values?] {
  if (by !== 'customer' && by !== 'operator') return ['event.closed.clock']
  return by === side ? ['event.closed.you'] : [`event.closed.${by}`, { name }]
}

function rated(rating: number, comment: string, words: Words): [WordKey, Values?] {
  const values = { rating: words.t(`rating.${rating}` as WordKey), comment }
  return [comment ? 'event.rated.comment' : 'event.rated', values]
}

/** A call's start and end stand out in green, as the handbook has it. */
export function isCallLine(event: SystemEvent): boolean {
  return event.type === 'call.answered' || event.type === 'call.hung-up' || event.type === 'call.lost'
}
