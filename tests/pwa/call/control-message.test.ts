import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type ControlMessage, readControl, writeControl } from '../../../pwa/call/control-message.ts'

const off: ControlMessage = { t: 'media', camera: 'off', microphone: 'on', screen: false }

test('what one side writes the other reads', () => {
  assert.equal(readControl(writeControl(off)), off)
  assert.equal(readControl(writeControl({ ...off, screen: true })), { ...off, screen: true })
})

test('what a stranger makes up is nothing', () => {
  const made: unknown[] = [
    null,
    off,
    new Uint8Array([123, 125]),
    '',
    'null',
    '[]',
    '{"t":"media"}',
    '{"t":"media","camera":"on","microphone":"loud"}',
    '{"t":"media","camera":{"on":1},"microphone":"on"}',
    '{"t":"constructor","camera":"on","microphone":"on"}',
    '{'.repeat(1000),
  ]
  for (const data of made) assert.is(readControl(data), null, String(data))
})

test('a message that is too long is not even parsed', () => {
  const padded = JSON.stringify({ ...off, padding: 'x'.repeat(5_000) })
  assert.is(readControl(padded), null)
})

test('fields that we do not know are left behind', () => {
  assert.equal(readControl(JSON.stringify({ ...off, html: '<b>', __proto__: { evil: 1 } })), off)
})

test('nothing that can be sent throws', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => readControl(text) === null))
})

test.run()
