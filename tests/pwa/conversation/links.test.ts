import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findLinks } from '../../../pwa/conversation/links.ts'

const linksIn = (text: string) => findLinks(text).flatMap((part) => (part.href ? [part.text] : []))

test('an address in a sentence is a link without the full stop after it', () => {
  assert.equal(linksIn('See https://example.org/e18. Or http://example.org, please!'), [
    'https://example.org/e18',
    'http://example.org',
  ])
})

test('brackets around an address are not part of it, those within are', () => {
  assert.equal(linksIn('(https://example.org/a)'), ['https://example.org/a'])
  assert.equal(linksIn('https://example.org/a(b)'), ['https://example.org/a(b)'])
})

test('only http and https become links', () => {
  for (const text of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'example.org', 'ftp://a.b']) {
    assert.equal(linksIn(text), [], text)
  }
})

test('a name before the host deceives, so it stays text', () => {
  assert.equal(linksIn('https://bank.example@evil.example/login'), [])
})

test('the pieces put together are the text, and every link leads to the web', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(' ', '. ', '(', ')', 'https://', 'HTTP://', 'a.b/c', '@', '\n'),
  )
  const anyText = fc.array(piece).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(anyText, (text) => {
      const parts = findLinks(text)
      assert.is(parts.map((part) => part.text).join(''), text)
      for (const { href } of parts) assert.ok(href === null || /^https?:\/\//.test(href), String(href))
    }),
  )
})

test('ten thousand characters without a break do not take long', () => {
  const started = performance.now()
  findLinks(`https://${'a.'.repeat(2_500)}${')'.repeat(5_000)}`)
  const took = performance.now() - started
  assert.ok(took < 100, `took ${took.toFixed(0)} ms`)
})

test.run()
