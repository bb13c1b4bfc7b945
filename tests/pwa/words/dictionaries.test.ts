import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { attachments as attachmentsEn } from '../../../pwa/words/en/attachments.ts'
import { call as callEn } from '../../../pwa/words/en/call.ts'
import { conversation as conversationEn } from '../../../pwa/words/en/conversation.ts'
import { customer as customerEn } from '../../../pwa/words/en/customer.ts'
import { customerChecks as customerChecksEn } from '../../../pwa/words/en/customer-checks.ts'
import { customerEnd as customerEndEn } from '../../../pwa/words/en/customer-end.ts'
import { customerHelp as customerHelpEn } from '../../../pwa/words/en/customer-help.ts'
import { installed as installedEn } from '../../../pwa/words/en/installed.ts'
import { notifications as notificationsEn } from '../../../pwa/words/en/notifications.ts'
import { operator as operatorEn } from '../../../pwa/words/en/operator.ts'
import { quality as qualityEn } from '../../../pwa/words/en/quality.ts'
import { shared as sharedEn } from '../../../pwa/words/en/shared.ts'
import { sharedLater as sharedLaterEn } from '../../../pwa/words/en/shared-later.ts'
import { statistics as statisticsEn } from '../../../pwa/words/en/statistics.ts'
import { teamEvents as teamEventsEn } from '../../../pwa/words/en/team-events.ts'
import { attachments as attachmentsTr } from '../../../pwa/words/tr/attachments.ts'
import { call as callTr } from '../../../pwa/words/tr/call.ts'
import { conversation as conversationTr } from '../../../pwa/words/tr/conversation.ts'
import { customer as customerTr } from '../../../pwa/words/tr/customer.ts'
import { customerChecks as customerChecksTr } from '../../../pwa/words/tr/customer-checks.ts'
import { customerEnd as customerEndTr } from '../../../pwa/words/tr/customer-end.ts'
import { customerHelp as customerHelpTr } from '../../../pwa/words/tr/customer-help.ts'
import { installed as installedTr } from '../../../pwa/words/tr/installed.ts'
import { notifications as notificationsTr } from '../../../pwa/words/tr/notifications.ts'
import { operator as operatorTr } from '../../../pwa/words/tr/operator.ts'
import { quality as qualityTr } from '../../../pwa/words/tr/quality.ts'
import { shared as sharedTr } from '../../../pwa/words/tr/shared.ts'
import { sharedLater as sharedLaterTr } from '../../../pwa/words/tr/shared-later.ts'
import { statistics as statisticsTr } from '../../../pwa/words/tr/statistics.ts'
import { teamEvents as teamEventsTr } from '../../../pwa/words/tr/team-events.ts'

type Words = Record<string, string>
const pairs: Record<string, [Words, Words]> = {
  attachments: [attachmentsEn, attachmentsTr],
  call: [callEn, callTr],
  conversation: [conversationEn, conversationTr],
  customer: [customerEn, customerTr],
  'customer-checks': [customerChecksEn, customerChecksTr],
  'customer-end': [customerEndEn, customerEndTr],
  'customer-help': [customerHelpEn, customerHelpTr],
  installed: [installedEn, installedTr],
  notifications: [notificationsEn, notificationsTr],
  operator: [operatorEn, operatorTr],
  quality: [qualityEn, qualityTr],
  'shared-later': [sharedLaterEn, sharedLaterTr],
  shared: [sharedEn, sharedTr],
  statistics: [statisticsEn, statisticsTr],
  'team-events': [teamEventsEn, teamEventsTr],
}

const placesIn = (text = '') => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()

for (const [name, [english, turkish]] of Object.entries(pairs)) {
  test(`${name}: both languages have the same words, and none is empty`, () => {
    assert.equal(Object.keys(turkish).sort(), Object.keys(english).sort())
    for (const [key, text] of [...Object.entries(english), ...Object.entries(turkish)]) {
      assert.ok(text.trim(), key)
    }
  })

  test(`${name}: what is filled in is filled in in both languages`, () => {
    for (const [key, text] of Object.entries(english)) {
      assert.equal(placesIn(turkish[key]), placesIn(text), key)
    }
  })

  test(`${name}: what has a singular has a plural`, () => {
    const singular = Object.keys(english).filter((key) => key.endsWith('.one'))
    for (const key of singular) assert.ok(english[key.replace(/one$/, 'other')], key)
  })
}

test('no key stands in two dictionaries, where one would hide the other', () => {
  const keys = Object.values(pairs).flatMap(([english]) => Object.keys(english))
  assert.equal(
    keys.filter((key, place) => keys.indexOf(key) !== place),
    [],
  )
})

test.run()
