import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { callEvents, callStates, callSteps } from '../../edge/domain/call.ts'
import {
  conversationEvents,
  conversationParties,
  conversationStates,
  conversationSteps,
  openStates,
} from '../../edge/domain/conversation.ts'
import { jobEvents, jobStates, jobSteps } from '../../edge/domain/job.ts'
import { type Steps, statesBefore, step } from '../../edge/domain/step.ts'

// The law, written out a second time: [from, event, to]. Whatever is not here must not happen.
const conversationLaw = [
  ['invited', 'sms.failed', 'unreachable'],
  ['invited', 'link.opened', 'waiting'],
  ['invited', 'invite.lapsed', 'expired'],
  ['invited', 'invite.revoked', 'expired'],
  ['unreachable', 'conversation.invited', 'invited'],
  ['unreachable', 'link.opened', 'waiting'],
  ['unreachable', 'invite.lapsed', 'expired'],
  ['unreachable', 'invite.revoked', 'expired'],
  ['waiting', 'job.offered', 'offered'],
  ['waiting', 'conversation.closed', 'closed'],
  ['offered', 'job.accepted', 'active'],
  ['offered', 'job.declined', 'waiting'],
  ['offered', 'offer.lapsed', 'waiting'],
  ['offered', 'conversation.closed', 'closed'],
  ['active', 'conversation.transferred', 'waiting'],
  ['active', 'conversation.closed', 'closed'],
  ['closed', 'conversation.archived', 'archived'],
]
const jobLaw = [
  ['waiting', 'job.offered', 'offered'],
  ['waiting', 'conversation.closed', 'cancelled'],
  ['offered', 'job.accepted', 'accepted'],
  ['offered', 'job.declined', 'waiting'],
  ['offered', 'offer.lapsed', 'waiting'],
  ['offered', 'conversation.closed', 'cancelled'],
]
const callLaw = [
  ['none', 'call.placed', 'ringing'],
  // A link that asked for a call needs no ring.
  ['none', 'call.answered', 'live'],
  ['ringing', 'call.answered', 'live'],
  ['ringing', 'call.declined', 'ended'],
  ['ringing', 'call.cancelled', 'ended'],
  ['ringing', 'call.missed', 'ended'],
  ['live', 'call.hung-up', 'ended'],
  ['live', 'call.lost', 'ended'],
]

walk('conversation', conversationSteps, conversationStates, conversationEvents, conversationLaw)
walk('job', jobSteps, jobStates, jobEvents, jobLaw)
walk('call', callSteps, callStates, callEvents, callLaw)

function walk<S extends string, E extends string>(
  what: string,
  steps: Steps<S, E>,
  states: readonly S[],
  events: readonly E[],
  law: string[][],
) {
  for (const from of states) {
    for (const event of events) {
      const to = law.find(([state, happened]) => state === from && happened === event)?.[2] ?? null
      test(`a ${what} that is ${from}: ${event} ${to ? `makes it ${to}` : 'is refused'}`, () => {
        assert.is(step(steps, from, event), to)
      })
    }
  }

  test(`the law of a ${what} knows no state and no event beside these`, () => {
    assert.equal(Object.keys(steps), [...states])
    for (const [from = '', event = '', to = ''] of law) {
      assert.ok((states as readonly string[]).includes(from) && (states as readonly string[]).includes(to))
      assert.ok((events as readonly string[]).includes(event))
    }
  })

  test(`an event of a ${what} leads to one state, wherever it comes from`, () => {
    for (const event of events) {
      const from = statesBefore(steps, event)
      assert.is(new Set(from.map((state) => step(steps, state, event))).size, 1, event)
      const lawful = law.filter(([, happened]) => happened === event).map(([state]) => state)
      assert.equal([...from], lawful)
    }
  })
}

test('who may cause which step of a conversation', () => {
  assert.equal(conversationParties, {
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
  })
})

test('every state is reached, and only the archive and what expired are ends', () => {
  const reached = new Set(conversationLaw.map(([, , to]) => to))
  assert.equal(
    [...conversationStates].filter((state) => !reached.has(state)),
    [],
  )
  const ends = conversationStates.filter((state) => Object.keys(conversationSteps[state]).length === 0)
  assert.equal(ends, ['archived', 'expired'])
})

test('a conversation that can be closed is one that is open', () => {
  assert.equal([...statesBefore(conversationSteps, 'conversation.closed')], [...openStates])
})

test.run()
