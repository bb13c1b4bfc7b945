import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  defaultInviteMessages,
  defaultLifetime,
  inviteLink,
  inviteMessageLimit,
  inviteText,
  isLinkToken,
  lifetimes,
} from '../../edge/domain/invite.ts'
import { linkToken } from '../../edge/domain/secrets.ts'
import { countSegments } from '../../edge/domain/sms.ts'

const link = inviteLink('https://visavis.example.org', 'A'.repeat(22))

test('the link carries its token in the fragment, which no server is told', () => {
  assert.is(link, `https://visavis.example.org/j#${'A'.repeat(22)}`)
  const { pathname, search, hash } = new URL(link)
  assert.equal([pathname, search, hash], ['/j', '', `#${'A'.repeat(22)}`])
})

test('the SMS ends with the link, so that no phone makes a full stop part of it', () => {
  assert.is(inviteText('  Hello from the bank. ', link), `Hello from the bank. ${link}`)
})

test("the longest message and its link are six segments at most, the house's own two", () => {
  assert.ok(countSegments(inviteText('ş'.repeat(inviteMessageLimit), link)).segments <= 6)
  for (const message of Object.values(defaultInviteMessages)) {
    assert.ok(message.length <= inviteMessageLimit)
    assert.ok(countSegments(inviteText(message, link)).segments <= 2, message)
  }
})

test('a token made for a link looks like one', async () => {
  const token = await linkToken('a secret', 'an id')
  assert.ok(isLinkToken(token))
  assert.is(token.length, 22)
})

test('anything else does not', () => {
  for (const text of [
    '',
    'A'.repeat(21),
    'A'.repeat(23),
    `${'A'.repeat(21)}=`,
    `${'A'.repeat(22)}\n`,
    `${'A'.repeat(21)}ş`,
  ]) {
    assert.not.ok(isLinkToken(text), JSON.stringify(text))
  }
})

test('the usual lifetime is one that the form offers', () => {
  assert.ok((lifetimes as readonly number[]).includes(defaultLifetime))
})

test.run()
