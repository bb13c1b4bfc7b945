import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { applyEvents, emptyTimeline } from '../../../pwa/conversation/timeline.ts'
import { receipt } from '../../../pwa/customer/receipt.ts'
import { conversation as english } from '../../../pwa/words/en/conversation.ts'
import { customerEnd as englishLater } from '../../../pwa/words/en/customer-end.ts'
import { sharedLater as englishShared } from '../../../pwa/words/en/shared-later.ts'
import { conversation as turkish } from '../../../pwa/words/tr/conversation.ts'
import { customerEnd as turkishLater } from '../../../pwa/words/tr/customer-end.ts'
import { sharedLater as turkishShared } from '../../../pwa/words/tr/shared-later.ts'
import { phrase, type Words } from '../../../pwa/words/words.tsx'
import { accepted, ada, answered, closed, hungUp, makeLog, opened, rated, say } from '../conversation/logs.ts'
import { visit } from './visit-edge.ts'

const dictionaries = {
  en: { ...english, ...englishLater, ...englishShared },
  tr: { ...turkish, ...turkishLater, ...turkishShared },
}
const wordsIn = (language: 'en' | 'tr'): Words => ({
  t: (key, values) => phrase(dictionaries[language], key, values),
  language: () => language,
  setLanguage: async () => {},
})

function made(lines: Parameters<typeof makeLog>[0], language: 'en' | 'tr' = 'en') {
  const html = receipt(visit, applyEvents(emptyTimeline, makeLog(lines)), wordsIn(language))
  return { html, page: new DOMParser().parseFromString(html, 'text/html') }
}

const whole = [
  opened,
  accepted,
  answered,
  say('customer', 'Hello'),
  say('operator', 'Hi'),
  hungUp,
  closed,
  rated,
]

test('the receipt has who, when, what was said, how long the video was, and the rating', () => {
  const text = made(whole).page.body.textContent ?? ''
  for (const part of ['Your conversation with Acme', 'You talked with Ada.', 'You', 'Hello', 'Ada', 'Hi'])
    assert.ok(text.includes(part), part)
  assert.match(text, 'Video call ended · 3:05')
  assert.match(text, 'Your rating: Very good')
  assert.match(text, 'Thanks')
})

test('every line is made of words, also those of the rarer events', () => {
  const { page } = made([
    ...whole,
    [ada, 'hint.sent', { hint: 'reload-page' }],
    [ada, 'call.lost', { duration: 1 }],
  ])
  for (const line of page.querySelectorAll('li')) assert.not.match(line.textContent ?? '', /\bevent\./)
})

test('it says only of what there was that it was stored', () => {
  assert.match(made(whole).html, 'was not recorded')
  const chatOnly = made([opened, accepted, say('customer', 'Hello'), closed]).html
  assert.match(chatOnly, 'keeps what was written')
  assert.not.match(chatOnly, 'was not recorded')
  assert.not.match(chatOnly, 'keeps your rating')
})

test('what people wrote stays text', () => {
  const evil = `</p><script>alert(1)</script><img src=x onerror="alert(2)">&amp;'`
  const { page } = made([opened, say('customer', evil), [rated[0], rated[1], { rating: 1, comment: evil }]])
  assert.is(page.querySelectorAll('script, img').length, 0)
  const paragraphs = [...page.querySelectorAll('p')].map((paragraph) => paragraph.textContent)
  assert.is(paragraphs.filter((text) => text === evil).length, 2)
})

test('it asks nobody for anything', () => {
  assert.not.match(made(whole).html, /\b(src|href)=|url\(|@import/)
})

test('it is written in the language of the visit', () => {
  const { html, page } = made(whole, 'tr')
  assert.is(page.documentElement.lang, 'tr')
  assert.match(html, 'Acme ile görüşmeniz')
  assert.match(html, 'Kas')
})

test.run()
