import { createRoot, createSignal } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createLock } from '../../../pwa/platform/lock.ts'
import type { Locks } from '../../../pwa/platform/shared-stream.ts'

// Node has no Web Locks yet; these know `ifAvailable` alone.
function makeLocks() {
  const taken = new Set<string>()
  const asked: string[] = []
  const request = async (name: string, _: LockOptions, work: (lock: object | null) => unknown) => {
    asked.push(name)
    if (taken.has(name)) return work(null)
    taken.add(name)
    await work({})
    taken.delete(name)
  }
  return { asked, taken, locks: { request } as unknown as Locks }
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 20))

function tab(locks: Locks | undefined, wanted = true) {
  return createRoot((end) => {
    const [isWanted, setWanted] = createSignal(wanted)
    return { held: createLock('line', isWanted, { locks }), setWanted, end }
  })
}

test('of two tabs that want it one has it, and gives it back when it goes', async () => {
  const { locks, taken } = makeLocks()
  const first = tab(locks)
  await soon()
  const second = tab(locks)
  await soon()
  assert.equal([first.held(), second.held()], [true, false])
  first.end()
  await soon()
  assert.is(taken.size, 0)
  second.end()
})

test('nothing is asked for before it is wanted', async () => {
  const { locks, asked } = makeLocks()
  const only = tab(locks, false)
  await soon()
  assert.equal(asked, [])
  only.setWanted(true)
  await soon()
  assert.ok(only.held())
  only.setWanted(false)
  await soon()
  assert.ok(only.held(), 'kept until the end')
  only.end()
})

test('a browser without locks has what it wants', async () => {
  const only = tab(undefined)
  await soon()
  assert.ok(only.held())
  only.end()
})

test.run()
