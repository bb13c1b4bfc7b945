import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type AnyEvent,
  customerEventTypes,
  type EventData,
  eventTypes,
  forCustomer,
  parseEvent,
} from '../../edge/domain/events.ts'

const secretId = 'b7c1c9de-0000-4000-8000-0000000000aa'

// One of each type; the operator's id is wherever a type can carry it.
const samples: { [T in keyof EventData]: Record<keyof EventData[T], unknown> } = {
  'conversation.invited': { assignment: 'direct', expiresAt: 5, again: false },
  'sms.progressed': { smsId: 's', state: 'sent' },
  'sms.failed': { smsId: 's', state: 'failed', code: 30006 },
  'link.opened': { linkId: 'l' },
  'link.handed-over': { linkId: 'l' },
  'invite.lapsed': {},
  'invite.revoked': {},
  'job.offered': { jobId: 'j', operatorId: secretId, operatorName: 'Ayse', expiresAt: 5 },
  'job.accepted': { jobId: 'j', operatorId: secretId, operatorName: 'Ayse' },
  'job.declined': { jobId: 'j', operatorId: secretId, operatorName: 'Ayse' },
  'offer.lapsed': { jobId: 'j', operatorId: secretId, operatorName: 'Ayse' },
  'conversation.transferred': { toDepartment: null, toOperator: 'Bora' },
  'conversation.closed': {},
  'conversation.archived': { reason: 'resolved' },
  'attachment.shared': {
    attachmentId: '',
    side: 'customer',
    kind: 'photo',
    name: '',
    type: 'image/jpeg',
    size: 1,
    width: 1,
    height: 1,
  },
  'conversation.tagged': { tag: 'refund' },
  'conversation.untagged': { tag: 'refund' },
  'note.written': { noteId: 'n', text: 'Is angry' },
  'message.posted': { messageId: 'm', side: 'operator', text: 'Hello' },
  'visit.progressed': { step: 'camera-denied' },
  'hint.sent': { hint: 'allow-camera' },
  'call.placed': { callId: 'c', side: 'operator' },
  'call.answered': { callId: 'c' },
  'call.declined': { callId: 'c' },
  'call.cancelled': { callId: 'c' },
  'call.missed': { callId: 'c' },
  'call.hung-up': { callId: 'c', side: 'operator', duration: 1 },
  'call.lost': { callId: 'c', duration: 1 },
  'survey.answered': { rating: 5, comment: '' },
  'operator.status-changed': { operatorId: secretId, status: 'online' },
  'team.changed': {},
}

const hidden = [
  'conversation.invited',
  'sms.progressed',
  'sms.failed',
  'job.offered',
  'job.declined',
  'offer.lapsed',
  'conversation.archived',
  'conversation.tagged',
  'conversation.untagged',
  'note.written',
  'visit.progressed',
  'operator.status-changed',
  'team.changed',
]

const eventOf = (type: keyof EventData): AnyEvent =>
  ({
    seq: 7,
    at: 1_000,
    conversationId: 'k',
    actor: { kind: 'operator', id: secretId, name: 'Ayse' },
    type,
    data: samples[type],
  }) as unknown as AnyEvent

test('the samples are every type there is', () => {
  assert.equal(Object.keys(samples).sort(), [...eventTypes].sort())
})

for (const type of eventTypes) {
  const seen = !hidden.includes(type)
  test(`the customer ${seen ? 'sees' : 'does not see'} ${type}, and nobody's id`, () => {
    const shown = forCustomer(eventOf(type))
    assert.is(shown !== null, seen)
    assert.is(customerEventTypes.includes(type), seen)
    assert.not.ok(JSON.stringify(shown).includes(secretId))
    if (shown?.actor.kind === 'operator') assert.is(shown.actor.name, 'Ayse')
  })

  test(`${type} comes back whole from the wire, and hiding changes nothing of it`, () => {
    const event = eventOf(type)
    forCustomer(event)
    assert.equal(parseEvent(JSON.parse(JSON.stringify(event)), eventTypes), event)
  })
}

test('an event of a type that this version does not know is passed over', () => {
  assert.is(parseEvent({ ...eventOf('link.opened'), type: 'hologram.shown' }, eventTypes), null)
  // Names that every object has are no types.
  for (const type of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    assert.is(parseEvent({ ...eventOf('link.opened'), type }, eventTypes), null, type)
  }
})

test('what is no event is passed over', () => {
  const event = eventOf('link.opened')
  const broken = [
    null,
    undefined,
    'event',
    7,
    [],
    {},
    { ...event, seq: '7' },
    { ...event, at: null },
    { ...event, data: null },
    { ...event, actor: null },
    { ...event, actor: 'customer' },
    { ...event, type: 7 },
  ]
  for (const value of broken) assert.is(parseEvent(value, eventTypes), null, JSON.stringify(value))
})

test.run()
