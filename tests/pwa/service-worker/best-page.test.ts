import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bestPage, type OpenPage } from '../../../pwa/service-worker/best-page.ts'

const page = (path: string, over: Partial<OpenPage> = {}): OpenPage => ({
  url: `https://acme.test${path}`,
  focused: false,
  visibilityState: 'hidden',
  ...over,
})

test('it goes on in the page in front, else in one that is seen, else in any', () => {
  const hidden = page('/')
  const seen = page('/archive', { visibilityState: 'visible' })
  const inFront = page('/settings', { visibilityState: 'visible', focused: true })
  assert.is(bestPage([hidden, seen, inFront]), inFront)
  assert.is(bestPage([hidden, seen]), seen)
  assert.is(bestPage([hidden]), hidden)
})

test('a customer’s page in the same browser is never taken for the app', () => {
  const customer = page('/j', { visibilityState: 'visible', focused: true })
  assert.is(bestPage([customer]), null)
  assert.is(bestPage([]), null)
})

test.run()
