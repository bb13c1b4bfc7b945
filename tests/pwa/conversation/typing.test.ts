import { createRoot } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createTypingSign, makeTypingSender } from '../../../pwa/conversation/typing.ts'

test('however fast one types, the other side is told at most every three seconds', () => {
  let now = 1_000
  let sent = 0
  const typing = makeTypingSender(
    async () => void sent++,
    () => now,
  )
  for (let key = 0; key < 70; key++, now += 100) typing()
  assert.is(sent, 3)
})

test('a sign of typing that does not arrive is nobody’s concern', async () => {
  const typing = makeTypingSender(() => Promise.reject(new Error('offline')))
  typing()
  // An unhandled rejection would end the process here.
  await new Promise((resolve) => setTimeout(resolve))
})

test('typing is shown from its sign on, and no longer once the message is there', () => {
  createRoot((dispose) => {
    const sign = createTypingSign()
    assert.not(sign.shown())
    sign.seen()
    assert.ok(sign.shown())
    sign.clear()
    assert.not(sign.shown())
    dispose()
  })
})

test.run()
