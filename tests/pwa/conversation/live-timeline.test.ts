import { createEffect, createRoot } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createLiveTimeline } from '../../../pwa/conversation/live-timeline.ts'
import { makeLog, say } from './logs.ts'

test('a long log that arrives at once is drawn once, and whoever waits hears of all of it', async () => {
  const log = makeLog(Array.from({ length: 500 }, (_, n) => say('customer', `${n}`)))
  let drawn = -1
  let heard = 0
  const done = new Promise<void>((resolve) => {
    createRoot((dispose) => {
      const live = createLiveTimeline(undefined, (events) => {
        heard += events.length
        queueMicrotask(() => {
          dispose()
          resolve()
        })
      })
      createEffect(() => {
        live.timeline()
        drawn += 1
      })
      for (const event of log) live.take(event)
    })
  })
  await done
  assert.is(drawn, 1)
  assert.is(heard, 500)
})

test('earlier pages come before what is there', () => {
  createRoot((dispose) => {
    const [first, second] = makeLog([say('customer', 'first'), say('customer', 'second')])
    const live = createLiveTimeline()
    if (!first || !second) throw new Error('no log')
    live.prepend([second])
    live.prepend([first])
    const texts = live.timeline().entries.map((entry) => entry.kind === 'message' && entry.text)
    assert.equal(texts, ['first', 'second'])
    dispose()
  })
})

test.run()
