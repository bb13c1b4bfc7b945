import { cleanup, render, screen } from '@solidjs/testing-library'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { phrase, useWords, type Words, WordsProvider } from '../../../pwa/words/words.tsx'

test.after.each(cleanup)

const english = {
  'common.retry': 'Try again',
  'n.one': '{{count}} day',
  'n.other': '{{count}} days',
  hi: 'Hi {{name}}',
}
const turkish = { 'common.retry': 'Tekrar dene' }

test('values are filled in', () => {
  assert.is(phrase(english, 'hi', { name: 'Ada' }), 'Hi Ada')
})

test('a name that looks like a pattern of replacing, or like a gap, is shown as it is', () => {
  for (const name of ['US$$', '$&', '{{name}}']) assert.is(phrase(english, 'hi', { name }), `Hi ${name}`)
})

test('a count decides between one and many', () => {
  assert.is(phrase(english, 'n', { count: 1 }), '1 day')
  assert.is(phrase(english, 'n', { count: 3 }), '3 days')
})

test('a word that is missing is seen by its key', () => {
  assert.is(phrase(english, 'nowhere'), 'nowhere')
})

test('another language changes what is seen and what the document says, together', async () => {
  let words: Words | undefined
  const Retry = () => {
    words = useWords()
    return <button type="button">{words.t('common.retry')}</button>
  }
  render(() => (
    <WordsProvider source={{ language: 'en', dictionary: english, load: async () => turkish }}>
      <Retry />
    </WordsProvider>
  ))
  assert.is(screen.getByRole('button').textContent, 'Try again')
  assert.is(document.documentElement.lang, 'en')
  await words?.setLanguage('tr')
  assert.is(screen.getByRole('button').textContent, 'Tekrar dene')
  assert.is(document.documentElement.lang, 'tr')
})

test.run()
