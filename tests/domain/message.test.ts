import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { messageLimit, readMessage } from '../../edge/domain/message.ts'

test('a message keeps its lines, tabs, emoji and any script', () => {
  for (const text of ['Merhaba\nnasılsınız?', 'a\tb', '👩‍👩‍👧 tamam', 'שלום עולם', 'مرحبا', '<b>&amp;</b>']) {
    assert.is(readMessage(text), text)
  }
})

test('blank ends go; nothing but blanks is no message', () => {
  assert.is(readMessage('  hello \n'), 'hello')
  for (const text of ['', ' ', '\n\t\n', '\u00a0', '\u0000\u0007', '\u202e \u202c'])
    assert.is(readMessage(text), null)
})

test('control characters go', () => {
  assert.is(readMessage('a\u0000b\u0007c\u001b[31md\u007f\u0085'), 'abc[31md')
  assert.is(readMessage('first\r\nsecond'), 'first\nsecond')
})

test('direction overrides cannot disguise a link', () => {
  const dressed = 'pay at \u202Emoc.live\u202C now'
  assert.is(readMessage(dressed), 'pay at moc.live now')
  for (const mark of [
    '\u202A',
    '\u202B',
    '\u202C',
    '\u202D',
    '\u202E',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
  ]) {
    assert.is(readMessage(`a${mark}b`), 'ab')
  }
})

test('marks that only order a right-to-left text stay', () => {
  assert.is(readMessage('C\u200f++\u200e'), 'C\u200f++\u200e')
})

test('the limit is what is kept, in UTF-16 units', () => {
  assert.is(readMessage('a'.repeat(messageLimit))?.length, messageLimit)
  assert.is(readMessage('a'.repeat(messageLimit + 1)), null)
  assert.is(readMessage('👋'.repeat(messageLimit / 2))?.length, messageLimit)
  assert.is(readMessage(`${'👋'.repeat(messageLimit / 2)}a`), null)
  assert.is(readMessage(`  ${'a'.repeat(messageLimit)}  `)?.length, messageLimit)
})

test.run()
