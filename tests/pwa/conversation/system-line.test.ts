import '../../../pwa/conversation/team-lines.ts'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Actor, customerEventTypes, type EventType, eventTypes } from '../../../edge/domain/events.ts'
import type { Side } from '../../../edge/domain/tickets.ts'
import type { SystemEntry } from '../../../pwa/conversation/entry.ts'
import { systemLine } from '../../../pwa/conversation/system-line.ts'
import { conversation as englishFirst } from '../../../pwa/words/en/conversation.ts'
import { sharedLater as englishLater } from '../../../pwa/words/en/shared-later.ts'
import { teamEvents as englishTeam } from '../../../pwa/words/en/team-events.ts'
import { conversation as turkishFirst } from '../../../pwa/words/tr/conversation.ts'
import { sharedLater as turkishLater } from '../../../pwa/words/tr/shared-later.ts'
import { teamEvents as turkishTeam } from '../../../pwa/words/tr/team-events.ts'
import { type Dictionary, phrase, type Words } from '../../../pwa/words/words.tsx'
import { ada, customer, makeLog } from './logs.ts'

const english = { ...englishFirst, ...englishLater }
const turkish = { ...turkishFirst, ...turkishLater }

// What each event could carry, all in one: a line takes what it needs.
const data = {
  again: true,
  state: 'delivered',
  operatorName: 'Ada',
  toOperator: 'Bora',
  toDepartment: null,
  side: 'operator',
  duration: 185_000,
  reason: 'resolved',
  rating: 4,
  comment: 'Quick',
  step: 'camera-denied',
}

interface Telling {
  dictionary?: Dictionary
  language?: 'en' | 'tr'
  facts?: object
  actor?: Actor
}

function line(type: EventType, side: Side, telling: Telling = {}): string {
  const { dictionary = { ...english, ...englishTeam }, language = 'en', facts = {}, actor = ada } = telling
  const words: Words = {
    t: (key, values) => phrase(dictionary, key, values),
    language: () => language,
    setLanguage: async () => {},
  }
  const [event] = makeLog([[actor, type, { ...data, ...facts }]])
  return systemLine(event as SystemEntry['event'], { side, otherName: 'Deniz' }, words)
}

const said: readonly EventType[] = ['message.posted', 'attachment.shared']
const shown = eventTypes.filter((type) => !said.includes(type) && !/^(operator|team)\./.test(type))

for (const [language, own, team] of [
  ['en', english, englishTeam],
  ['tr', turkish, turkishTeam],
] as const) {
  test(`every event has its words for the team (${language})`, () => {
    for (const type of shown) {
      const told = line(type, 'operator', { dictionary: { ...own, ...team }, language })
      assert.not.match(told, /event\.|\{\{|undefined/, type)
    }
  })

  test(`a customer's page has the words for all that a customer is told (${language})`, () => {
    for (const type of customerEventTypes) {
      if (said.includes(type) || type === 'survey.answered') continue
      assert.not.match(line(type, 'customer', { dictionary: own, language }), /event\.|\{\{|undefined/, type)
    }
  })
}

test("a call's end tells how long it was, also when it was lost", () => {
  assert.is(line('call.hung-up', 'customer'), 'Video call ended · 3:05')
  assert.is(line('call.lost', 'operator'), 'Video call ended · 3:05')
})

test('who ended the conversation is told to each side in its own words', () => {
  assert.is(line('conversation.closed', 'operator'), 'You ended the conversation')
  assert.is(
    line('conversation.closed', 'customer', { facts: { operatorName: undefined } }),
    'Ada ended the conversation',
  )
  assert.match(
    line('conversation.closed', 'operator', { actor: { kind: 'clock' } }),
    'nothing happened for a long time',
  )
})

test('a transfer names whom it went to, or the team', () => {
  assert.is(line('conversation.transferred', 'operator'), 'Passed on to Bora')
  const facts = { toOperator: null, toDepartment: null }
  assert.is(line('conversation.transferred', 'operator', { facts }), 'Passed on to the team')
})

test("a customer is called in the team's lines as the team calls them", () => {
  const told = { actor: customer, facts: { side: 'customer', operatorName: undefined } }
  assert.is(line('call.placed', 'operator', told), 'Deniz is calling')
})

test.run()
