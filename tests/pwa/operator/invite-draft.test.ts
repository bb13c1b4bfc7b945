import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { defaultInviteMessages } from '../../../edge/domain/invite.ts'
import type { Template } from '../../../edge/domain/wire.ts'
import {
  inviteRequest,
  messageChoice,
  newDraft,
  withLanguage,
} from '../../../pwa/operator/invite/invite-draft.ts'
import { inviteProblem } from '../../../pwa/operator/invite/invite-problem.ts'
import { EdgeError } from '../../../pwa/platform/request.ts'

test('what was left open is not sent, and blanks around a field are not either', () => {
  const draft = { ...newDraft('en'), phone: ' +90 532 123 45 67 ', customerName: '  ' }
  assert.equal(inviteRequest(draft), {
    phone: '+90 532 123 45 67',
    message: defaultInviteMessages.en,
    assignment: 'direct',
    language: 'en',
    lifetimeHours: 24,
  })
})

test('another language brings its own message', () => {
  assert.is(withLanguage(newDraft('en'), 'tr').message, defaultInviteMessages.tr)
})

test('a message in their own words stays theirs in every language', () => {
  const draft = { ...newDraft('en'), message: 'Your parcel is here.' }
  assert.is(withLanguage(draft, 'tr').message, 'Your parcel is here.')
})

const templates: Template[] = [
  { id: 't1', name: 'Parcel', language: 'en', text: 'Hello {name}, about your parcel:' },
  { id: 't2', name: 'Parcel', language: 'tr', text: 'Merhaba {name}, kargonuz için:' },
  { id: 't3', name: 'Repair', language: 'en', text: 'Show us what broke:' },
]

test('where a message comes from is read off the message', () => {
  const choice = (message: string) => messageChoice({ ...newDraft('en'), message }, templates)
  assert.is(choice(defaultInviteMessages.en), 'standard')
  assert.is(choice('Show us what broke: '), 't3')
  assert.is(choice('Show us what broke, please:'), 'own')
  assert.is(
    choice('Merhaba {name}, kargonuz için:'),
    'own',
    'a template of the other language is not offered',
  )
})

test('another language brings the template of the same name, and without one the standard message', () => {
  const inTurkish = (message: string) => withLanguage({ ...newDraft('en'), message }, 'tr', templates).message
  assert.is(inTurkish('Hello {name}, about your parcel:'), 'Merhaba {name}, kargonuz için:')
  assert.is(inTurkish('Show us what broke:'), defaultInviteMessages.tr)
})

test('a refusal is said at the field that it is about', () => {
  const refused = (details: Record<string, string>) => new EdgeError('invalid-input', 422, '', details)
  assert.equal(inviteProblem(refused({ field: 'phone' })), { field: 'phone', key: 'invite.bad-phone' })
  assert.is(inviteProblem(refused({ field: 'moon' })).field, null)
  assert.is(inviteProblem(new EdgeError('wrong-state', 409, '')).key, 'invite.opted-out')
  assert.equal(inviteProblem(new EdgeError('offline', 0, '')), { field: null, key: 'common.unreachable' })
})

test.run()
