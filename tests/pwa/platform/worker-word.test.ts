import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isWordToWorker } from '../../../pwa/platform/worker-word.ts'

test('the worker takes the words that there are, and nothing else that a page may post', () => {
  for (const type of ['SKIP_WAITING', 'FLUSH']) assert.ok(isWordToWorker({ type }), type)
  for (const value of [null, 'FLUSH', {}, { type: 'flush' }, { type: 7 }, [['type', 'FLUSH']]])
    assert.not.ok(isWordToWorker(value), JSON.stringify(value))
})

test.run()
