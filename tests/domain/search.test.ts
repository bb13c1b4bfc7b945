import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { excerptOf, fold } from '../../edge/domain/search.ts'

test('letters are compared small, without their marks, and the four i’s of Turkish as one', () => {
  for (const name of ['İstanbul', 'istanbul', 'ISTANBUL', 'ıstanbul', 'I\u0307stanbul', 'i\u0307stanbul'])
    assert.is(fold(name), 'istanbul', name)
  assert.is(fold('Çağrı ŞÜKRÜ Öğüt'), 'cagri sukru ogut')
  assert.is(fold('Ångström Ñandú'), 'angstrom nandu')
  assert.is(fold('Ελλάδα Москва 東京 5.6'), 'ελλαδα москва 東京 5.6')
})

test('an excerpt shows the words as they were written, and marks each that is looked for', () => {
  assert.is(excerptOf('Taze ıspanak, ISPANAK!', 'ispa'), 'Taze «ıspanak», «ISPANAK»!')
  assert.is(excerptOf('Kredi kartım çalındı', 'KART kredı'), '«Kredi» «kartım» çalındı')
  assert.is(excerptOf('a *b* c', '"b"'), 'a *«b»* c')
})

test('a long text is cut around the first hit, at words', () => {
  const text = Array.from({ length: 40 }, (_, place) => `word${place}`).join(' ')
  assert.is(
    excerptOf(text, 'word20'),
    '…word16 word17 word18 word19 «word20» word21 word22 word23 word24 word25 word26 word27…',
  )
  assert.match(excerptOf(text, 'word39'), /^…word28 .* «word39»$/)
  assert.match(excerptOf(text, 'word0'), /^«word0» .* word11…$/)
})

test('marks in the text are not taken for ours', () => {
  assert.is(excerptOf('«not» this', 'this'), '"not" «this»')
})

test('a text without words is its own excerpt', () => {
  assert.is(excerptOf('👍', '👍'), '👍')
  assert.is(excerptOf('', 'x'), '')
})

test.run()
