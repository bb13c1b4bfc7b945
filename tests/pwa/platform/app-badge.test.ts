import { createRoot, createSignal } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createAppBadge } from '../../../pwa/platform/app-badge.ts'

test('the icon tells how much waits, and nothing once nobody is signed in', () => {
  const told: (number | 'none')[] = []
  Object.assign(navigator, {
    setAppBadge: async (count: number) => void told.push(count),
    clearAppBadge: async () => void told.push('none'),
  })
  const [count, setCount] = createSignal(2)
  const end = createRoot((dispose) => {
    createAppBadge(count)
    return dispose
  })
  setCount(3)
  end()
  assert.equal(told, [2, 3, 'none'])
})

test.run()
