import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isWordToWorker } from '../../../pwa/platform/worker-word.ts'

test('the worker takes the words that there are, and nothing else that a page may post', () => {
  assert.ok(isWordToWorker({ type: 'SKIP_WAITING' }))
  for (const value of [null, 'SKIP_WAITING', {}, { type: 'skip' }, { type: 7 }, [['type', 'SKIP_WAITING']]])
    assert.not.ok(isWordToWorker(value), JSON.stringify(value))
})

test.run()
