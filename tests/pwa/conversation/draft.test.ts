import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createDraft } from '../../../pwa/conversation/draft.ts'

test.before.each(() => sessionStorage.clear())

test('an unfinished message is there again after a reload', () => {
  createDraft('a')[1]('Hel')
  assert.is(createDraft('a')[0](), 'Hel')
})

test('each conversation has its own', () => {
  createDraft('a')[1]('Hel')
  assert.is(createDraft('b')[0](), '')
})

test('a sent message leaves nothing behind', () => {
  const [, write] = createDraft('a')
  write('Hello')
  write('')
  assert.is(sessionStorage.length, 0)
})

test.run()
