import { createHmac } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  fromBase64Url,
  type PeerTicket,
  peerIdOf,
  readTicket,
  sameText,
  signTicket,
  toBase64Url,
} from '../../edge/domain/tickets.ts'

const secret = 'a secret of the tests, with its 32 characters'
const ticket: PeerTicket = {
  kind: 'peer',
  peerId: peerIdOf('kitchen', 'customer'),
  conversationId: 'kitchen',
  side: 'customer',
  expiresAt: 1_000,
}
const text = await signTicket(secret, ticket)

test('a ticket admits until it expires', async () => {
  assert.equal(await readTicket(secret, text, 999), ticket)
  assert.is(await readTicket(secret, text, 1_000), null)
  assert.is(await readTicket(secret, text, 1_001), null)
})

test('a ticket is safe in an address', () => {
  assert.match(text, /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/)
})

test('the signature is HMAC-SHA256 over the claims', () => {
  const [claims = '', signature] = text.split('.')
  assert.is(signature, createHmac('sha256', secret).update(`ticket:${claims}`).digest('base64url'))
})

test("another secret's ticket is refused", async () => {
  assert.is(await readTicket('another secret', text, 0), null)
})

test('claims that were changed are refused', async () => {
  const [, signature] = text.split('.')
  const changed = [
    { ...ticket, side: 'operator' },
    { ...ticket, expiresAt: 9_000 },
    { ...ticket, peerId: 'other' },
  ]
  for (const claims of changed) {
    const forged = `${toBase64Url(new TextEncoder().encode(JSON.stringify(claims)))}.${signature}`
    assert.is(await readTicket(secret, forged, 0), null)
  }
})

test('any one letter changed is refused', async () => {
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] === 'A' ? 'B' : 'A'
    // The last letter of each part has bits that say nothing; the signature is compared as text, so it counts too.
    assert.is(await readTicket(secret, text.slice(0, at) + letter + text.slice(at + 1), 0), null, String(at))
  }
})

test('what is no ticket is refused', async () => {
  for (const wrong of [
    '',
    '.',
    'a.b',
    text.replace('.', ''),
    `${text}.`,
    `${text}.x`,
    `${text}=`,
    ` ${text}`,
    '💥.💥',
  ]) {
    assert.is(await readTicket(secret, wrong, 0), null, wrong)
  }
})

test('something else that we signed is no ticket', async () => {
  const other = await signTicket(secret, { ...ticket, kind: 'other' } as unknown as PeerTicket)
  assert.is(await readTicket(secret, other, 0), null)
  const claims = toBase64Url(new TextEncoder().encode(JSON.stringify(ticket)))
  const link = createHmac('sha256', secret).update(`link:${claims}`).digest('base64url')
  assert.is(await readTicket(secret, `${claims}.${link}`, 0), null)
})

test('texts are the same only when every letter is', () => {
  assert.ok(sameText('abc', 'abc'))
  assert.ok(sameText('', ''))
  for (const [a, b] of [
    ['abc', 'abd'],
    ['abc', 'ab'],
    ['ab', 'abc'],
    ['', 'a'],
    ['a', ''],
    ['abab', 'ab'],
  ] as const) {
    assert.not.ok(sameText(a, b), `${a} ${b}`)
  }
})

test('bytes of every value survive base64url', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, value) => value)
  assert.equal(fromBase64Url(toBase64Url(bytes)), bytes)
})

test.run()
