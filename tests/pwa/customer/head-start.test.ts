import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { begin } from '../../../pwa/customer/head-start.ts'
import { startVisitEdge, type VisitEdge } from './visit-edge.ts'

const token = 'abcdefghijklmnopqrst-_'
const code = `${'c'.repeat(42)}_`
let edge: VisitEdge

test.before.each(() => {
  edge = startVisitEdge()
})
test.after.each(() => edge.close())

/** A tab that nobody looks at, so that nothing is asked. */
const away = () => page({ visibilityState: 'hidden', prerendering: false })
const asked = (hash: string) => begin(away(), hash).asked

function page(first: { visibilityState: string; prerendering: boolean }): Document {
  return Object.assign(new EventTarget(), first) as unknown as Document
}

test('the token is what stands behind the hash, whatever a message app appends', () => {
  for (const hash of [`#${token}`, `#${token}?utm_source=sms`, `#${token}.`])
    assert.equal(asked(hash), { token, code: undefined }, hash)
})

test('the code of another browser stands behind the token and a dot', () => {
  for (const hash of [`#${token}.${code}`, `#${token}.${code}.`, `#${token}.${code}?utm_source=sms`])
    assert.equal(asked(hash), { token, code }, hash)
  for (const hash of [`#${token}.${code.slice(1)}`, `#${token}.${code}x`])
    assert.is(asked(hash).code, undefined, hash)
})

test('a cut, stretched or missing token is none, and nothing is asked', () => {
  for (const hash of ['', '#', `#${token.slice(1)}`, `#${token}x`, '#<script>']) {
    const { asked, answer } = begin(page({ visibilityState: 'visible', prerendering: false }), hash)
    assert.equal([asked.token, answer], [undefined, null], hash)
  }
  assert.is(edge.asked.length, 0)
})

test('a page in front of somebody opens its link at once, under a key of its own', async () => {
  const seen = () => begin(page({ visibilityState: 'visible', prerendering: false }), `#${token}`)
  const [one, other] = [seen(), seen()]
  assert.is((await one.answer)?.status, 200)
  await other.answer
  assert.equal(
    edge.asked.map(({ body }) => body),
    [{ token }, { token }],
  )
  assert.is(new Set(edge.asked.map(({ key }) => key)).size, 2)
  assert.is(edge.asked[0]?.key, one.key)
})

for (const [how, first, event] of [
  ['in a hidden tab', { visibilityState: 'hidden', prerendering: false }, 'visibilitychange'],
  ['that is prerendered', { visibilityState: 'visible', prerendering: true }, 'prerenderingchange'],
] as const) {
  test(`a page ${how} opens its link only when somebody comes to it`, async () => {
    const tab = page(first)
    const { answer } = begin(tab, `#${token}`)
    tab.dispatchEvent(new Event('visibilitychange'))
    await Promise.resolve()
    assert.is(edge.asked.length, 0)
    Object.assign(tab, { visibilityState: 'visible', prerendering: false })
    tab.dispatchEvent(new Event(event))
    tab.dispatchEvent(new Event(event))
    await answer
    assert.is(edge.asked.length, 1)
  })
}

test.run()
