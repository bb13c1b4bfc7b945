import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ConversationId } from '../../../edge/domain/ids.ts'
import { noticePlan } from '../../../pwa/service-worker/notice-plan.ts'
import { alone, jobNote, notice } from './notices.ts'

const conversationId = 'a-conversation' as ConversationId

test('a job shows with both answers, and stays until it has one', () => {
  const { show } = noticePlan(notice(), alone)
  assert.is(show?.title, 'New job appointment')
  assert.equal(
    show?.options.actions?.map(({ action, title }) => [action, title]),
    [
      ['accept', 'Accept'],
      ['decline', 'Decline'],
    ],
  )
  const { tag, requireInteraction, renotify, silent, body, data } = show?.options ?? {}
  assert.equal(
    [tag, requireInteraction, renotify, silent, body],
    ['job-1', true, true, undefined, 'Cem waits'],
  )
  assert.equal(data, jobNote)
})

test('the answers are in the operator’s language', () => {
  const { show } = noticePlan(notice({ lang: 'tr' }), alone)
  assert.equal(
    show?.options.actions?.map(({ title }) => title),
    ['Kabul et', 'Reddet'],
  )
  assert.is(show?.options.lang, 'tr')
})

test('a clock that is two hours off loses no job: whether it still rings is the edge’s to say', () => {
  for (const hours of [-2, 2]) {
    const expiresAt = Date.now() + hours * 3_600_000
    assert.ok(noticePlan(notice({ expiresAt }), alone).show, `${hours} h`)
  }
})

test('a job that a page in front rings for already is not told twice', () => {
  assert.equal(noticePlan(notice(), { ...alone, isVisible: true, isRinging: true }), {})
})

test('a page in front that does not ring, because its line is dead, is no reason to keep quiet', () => {
  assert.ok(noticePlan(notice(), { ...alone, isVisible: true }).show)
})

test('where every push must show something, what rings already is shown without a sound', () => {
  const { show } = noticePlan(notice(), { isRinging: true, isVisible: true, mustShow: true, key: 'k' })
  assert.equal(
    [show?.options.silent, show?.options.renotify, show?.options.vibrate],
    [true, undefined, undefined],
  )
})

test('a withdrawal takes its notification off the screen, and shows nothing', () => {
  assert.equal(noticePlan(notice({ kind: 'withdraw', title: '', body: '' }), alone), { close: 'job-1' })
})

test('where every push must show something, a withdrawal takes the place of what rang, and goes by itself', () => {
  const plan = noticePlan(notice({ kind: 'withdraw', title: '', body: '' }), { ...alone, mustShow: true })
  const { tag, silent, actions } = plan.show?.options ?? {}
  assert.equal([plan.show?.title, tag, silent, actions], ['The job is over', 'job-1', true, undefined])
  assert.ok(plan.closeAfterMs)
})

test('a test is shown and confirmed; one that nobody asked for makes no sound and is gone at once', () => {
  const test = notice({ kind: 'test', tag: 'test', title: 'Push works', canary: 'a-token' })
  const asked = noticePlan(test, alone)
  assert.equal(
    [asked.show?.title, asked.confirm, asked.show?.options.silent],
    ['Push works', 'a-token', undefined],
  )
  const quiet = noticePlan({ ...test, quiet: true }, alone)
  assert.equal([quiet.confirm, quiet.show?.options.silent, quiet.closeAfterMs], ['a-token', true, 0])
})

test('a message shows while nobody looks at the app, and leads to its conversation', () => {
  const message = notice({ kind: 'message', tag: 'message-1', title: 'Cem wrote', conversationId })
  const { show } = noticePlan(message, alone)
  assert.equal(show?.options.data, { kind: 'open', path: '/conversations/a-conversation' })
  assert.equal(noticePlan(message, { ...alone, isVisible: true }), {})
})

test('what cannot be understood is told in general words, rather than kept from the operator', () => {
  const { show } = noticePlan(null, alone)
  assert.is(show?.title, 'Something new in Visavis')
  assert.equal(show?.options.data, { kind: 'open', path: '/' })
})

test.run()
