import { pbkdf2Sync } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { hashPassword, hashToken, isPassword, linkToken, newToken } from '../../edge/domain/secrets.ts'
import { countedStretches } from '../support/counted-stretches.ts'

const kept = await hashPassword('correct horse battery')

test('a password is kept as PBKDF2 says, so that another library can check it', () => {
  const [name, rounds, salt = '', hash] = kept.split('$')
  assert.equal([name, rounds], ['pbkdf2-sha256', '600000'])
  const derived = pbkdf2Sync('correct horse battery', Buffer.from(salt, 'base64url'), 600_000, 32, 'sha256')
  assert.is(hash, derived.toString('base64url'))
})

test('the right password fits, a wrong one does not', async () => {
  assert.ok(await isPassword('correct horse battery', kept))
  for (const wrong of ['', 'correct horse', 'Correct horse battery', 'correct horse battery ']) {
    assert.not.ok(await isPassword(wrong, kept), wrong)
  }
})

test('the same password is kept differently each time', async () => {
  assert.is.not(await hashPassword('correct horse battery'), kept)
})

test('for nobody, nothing fits, and it costs the same rounds', async () => {
  const rounds = await countedStretches(async () => {
    assert.not.ok(await isPassword('correct horse battery', null))
    assert.not.ok(await isPassword('', null))
    assert.not.ok(await isPassword('none', null))
    assert.ok(await isPassword('correct horse battery', kept))
  })
  assert.equal(rounds, [600_000, 600_000, 600_000, 600_000])
})

test('tokens are random, hashed, and the hash is known beforehand by SHA-256 alone', async () => {
  assert.is(new Set(Array.from({ length: 1000 }, newToken)).size, 1000)
  assert.match(newToken(), /^[A-Za-z0-9_-]{43}$/)
  // FIPS 180-2, appendix B.1: "abc".
  assert.is(
    Buffer.from(await hashToken('abc'), 'base64url')
      .toString('hex')
      .slice(0, 16),
    'ba7816bf8f01cfea',
  )
})

test("a link's token is its id's, under its secret alone", async () => {
  const token = await linkToken('one secret', 'one id')
  assert.is(await linkToken('one secret', 'one id'), token)
  assert.is.not(await linkToken('another secret', 'one id'), token)
  assert.is.not(await linkToken('one secret', 'another id'), token)
})

test.run()
