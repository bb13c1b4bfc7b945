import { createRoot } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createFrontTab, type FrontTab } from '../../../pwa/customer/front-tab.ts'

/** What all tabs of a browser share: whoever steals a lock ends the request that had it. */
function browser() {
  let lose = () => {}
  const request = (_: string, options: LockOptions, run: () => Promise<void>) => {
    assert.is(options.steal, true)
    lose()
    return new Promise<void>((resolve, reject) => {
      lose = () => reject(new DOMException('stolen', 'AbortError'))
      void run().then(resolve)
    })
  }
  return { request } as unknown as Pick<LockManager, 'request'>
}

const soon = () => new Promise((resolve) => setTimeout(resolve))
const tabIn = (locks: ReturnType<typeof browser>): FrontTab =>
  createRoot(() => createFrontTab('one conversation', locks))

test('the newer tab has the conversation, and the older one is told', async () => {
  const locks = browser()
  const older = tabIn(locks)
  assert.is(older.isHere(), true)
  const newer = tabIn(locks)
  await soon()
  assert.equal([older.isHere(), newer.isHere()], [false, true])
})

test('the older one may fetch it back', async () => {
  const locks = browser()
  const older = tabIn(locks)
  const newer = tabIn(locks)
  await soon()
  older.take()
  await soon()
  assert.equal([older.isHere(), newer.isHere()], [true, false])
})

test('a browser without locks shows it in every tab', () => {
  assert.is(createRoot(() => createFrontTab('one conversation', undefined)).isHere(), true)
})

test.run()
