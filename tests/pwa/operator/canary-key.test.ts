import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { canaryKey } from '../../../pwa/operator/push/canary-key.ts'

test('why a test push did not arrive has its own words', () => {
  assert.is(canaryKey({ canary: 'none', problem: null }), null)
  assert.is(canaryKey({ canary: 'pending', problem: 'unreachable' }), 'push.pending')
  assert.is(canaryKey({ canary: 'failed', problem: null }), 'push.failed.silent')
  assert.is(canaryKey({ canary: 'failed', problem: 'keys-refused' }), 'push.failed.keys-refused')
})

test.run()
