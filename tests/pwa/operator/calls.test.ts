import { createRoot } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { JobId } from '../../../edge/domain/ids.ts'
import { type Calls, createCalls } from '../../../pwa/operator/calls.ts'
import { makeStillDesk } from './still-desk.ts'
import { ada, event, summary } from './summaries.ts'

const jobId = 'j' as JobId
const conversation = summary('c', { state: 'offered' })
const offer = { jobId, expiresAt: Date.now() + 20_000, conversation }

/** The calls of an operator whose job rings. */
function ring(): { calls: Calls; lapse(): void; end(): void } {
  const still = makeStillDesk(offer)
  return createRoot((end) => ({
    calls: createCalls(still.desk),
    lapse: () => still.happens(event('offer.lapsed', 'c', { jobId, operatorId: ada, operatorName: 'Ada' })),
    end,
  }))
}

test('a job that rings has a dock of its own, and no call yet', () => {
  const { calls, lapse, end } = ring()
  assert.equal(calls.docks(), ['c'])
  assert.ok(calls.isOffered('c'))
  assert.equal(calls.ids(), [])
  lapse()
  assert.equal(calls.docks(), [])
  end()
})

test('the dock of a job that is taken stays the same one', () => {
  const { calls, lapse, end } = ring()
  calls.expect('c')
  assert.equal(calls.docks(), ['c'])
  lapse()
  assert.equal(calls.docks(), ['c'])
  end()
})

test('what waits for a line goes on when it is up', async () => {
  const { calls, end } = ring()
  const up = calls.whenUp('c').then(() => 'up')
  calls.cameUp('c')
  const nextTurn = new Promise((resolve) => setTimeout(resolve, 0, 'not yet'))
  assert.is(await Promise.race([up, nextTurn]), 'up')
  end()
})

test('a line that takes its time holds nobody up', async () => {
  const { calls, end } = ring()
  await calls.whenUp('c')
  calls.cameUp('c')
  end()
})

test.run()
