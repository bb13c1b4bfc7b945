import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { linkToken } from '../../../pwa/customer/link-token.ts'

const token = 'abcdefghijklmnopqrst-_'

test('the token is what stands behind the hash', () => {
  assert.is(linkToken(`#${token}`), token)
})

test('what a message app appends to a link does not harm it', () => {
  assert.is(linkToken(`#${token}?utm_source=sms`), token)
  assert.is(linkToken(`#${token}.`), token)
})

test('a cut, stretched or missing token is none', () => {
  for (const hash of ['', '#', `#${token.slice(1)}`, `#${token}x`, '#<script>'])
    assert.is(linkToken(hash), null, hash)
})

test.run()
