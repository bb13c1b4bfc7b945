import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { defaultInviteMessages } from '../../../edge/domain/invite.ts'
import { inviteRequest, newDraft, withLanguage } from '../../../pwa/operator/invite/invite-draft.ts'
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

test('a refusal is said at the field that it is about', () => {
  const refused = (details: Record<string, string>) => new EdgeError('invalid-input', 422, '', details)
  assert.equal(inviteProblem(refused({ field: 'phone' })), { field: 'phone', key: 'invite.bad-phone' })
  assert.is(inviteProblem(refused({ field: 'moon' })).field, null)
  assert.is(inviteProblem(new EdgeError('wrong-state', 409, '')).key, 'invite.opted-out')
  assert.equal(inviteProblem(new EdgeError('offline', 0, '')), { field: null, key: 'common.unreachable' })
})

test.run()
