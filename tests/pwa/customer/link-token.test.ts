import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { handoverCode, linkToken } from '../../../pwa/customer/link-token.ts'

const token = 'abcdefghijklmnopqrst-_'

test('the token is what stands behind the hash', () => {
  assert.is(linkToken(`#${token}`), token)
})

test('what a message app appends to a link does not harm it', () => {
  assert.is(linkToken(`#${token}?utm_source=sms`), token)
  assert.is(linkToken(`#${token}.`), token)
})

test('the code of another browser stands behind the token and a dot', () => {
  const code = `${'c'.repeat(42)}_`
  for (const hash of [`#${token}.${code}`, `#${token}.${code}.`, `#${token}.${code}?utm_source=sms`]) {
    assert.equal([linkToken(hash), handoverCode(hash)], [token, code], hash)
  }
  for (const hash of ['', `#${token}`, `#${token}.`, `#${token}.${code.slice(1)}`, `#${token}.${code}x`]) {
    assert.is(handoverCode(hash), null, hash)
  }
})

test('a cut, stretched or missing token is none', () => {
  for (const hash of ['', '#', `#${token.slice(1)}`, `#${token}x`, '#<script>'])
    assert.is(linkToken(hash), null, hash)
})

test.run()
