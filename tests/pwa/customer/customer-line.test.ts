import { createRoot } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createCustomerLine } from '../../../pwa/customer/customer-line.ts'
import { createRoom } from '../../../pwa/customer/room.ts'
import { edgeNow } from '../../../pwa/platform/edge-clock.ts'
import { startVisitEdge, visit } from './visit-edge.ts'

const hour = 3_600_000

test('on a phone whose clock is two hours off, a call is counted by the clock of the edge', () => {
  const edge = startVisitEdge()
  const now = Date.now() - 2 * hour
  createRoot((dispose) => {
    const room = createRoom({ ...visit, state: 'active', now }, () => {})
    createCustomerLine(room, () => false)
    dispose()
  })
  edge.close()
  assert.ok(Math.abs(edgeNow() - now) < hour / 60)
})

test.run()
