import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { whenSeen } from '../../../pwa/customer/when-seen.ts'

function page(first: { visibilityState: string; prerendering: boolean }) {
  return Object.assign(new EventTarget(), first)
}

async function isSeen(page: EventTarget): Promise<boolean> {
  let seen = false
  void whenSeen(page as unknown as Document).then(() => {
    seen = true
  })
  await Promise.resolve()
  await Promise.resolve()
  return seen
}

test('a page in front of somebody is seen at once', async () => {
  assert.ok(await isSeen(page({ visibilityState: 'visible', prerendering: false })))
})

for (const [how, first] of [
  ['in a hidden tab', { visibilityState: 'hidden', prerendering: false }],
  ['while it is prerendered', { visibilityState: 'visible', prerendering: true }],
] as const) {
  test(`a page ${how} is seen only when somebody comes to it`, async () => {
    const tab = page(first)
    let seen = false
    const sight = whenSeen(tab as unknown as Document).then(() => {
      seen = true
    })
    tab.dispatchEvent(new Event('visibilitychange'))
    await Promise.resolve()
    assert.not(seen)
    Object.assign(tab, { visibilityState: 'visible', prerendering: false })
    tab.dispatchEvent(new Event(first.prerendering ? 'prerenderingchange' : 'visibilitychange'))
    await sight
    assert.ok(seen)
  })
}

test.run()
