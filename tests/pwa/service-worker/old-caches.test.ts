import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { oldCaches } from '../../../pwa/service-worker/old-caches.ts'

test('an update leaves nothing of ours behind but what it uses', () => {
  const names = ['visavis-precache-v2-https://acme.test/', 'visavis-thumbnails-1', 'visavis-thumbnails-2']
  assert.equal(oldCaches(names, [names[0]!, 'visavis-thumbnails-2']), ['visavis-thumbnails-1'])
})

test('caches of somebody else on the same origin are not ours to drop', () => {
  assert.equal(oldCaches(['other-app', 'my-visavis'], []), [])
})

test.run()
