import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readTool } from '../../../pwa/call/control-message.ts'
import { readPointer } from '../../../pwa/call/pointer-message.ts'

const heard = (text: string) => {
  const message = readTool(text)
  return message && readPointer(message)
}

test('a spot of the picture is read, and nothing that comes along with it', () => {
  assert.equal(heard('{"t":"point","x":0,"y":1,"z":3}'), { t: 'point', x: 0, y: 1 })
  assert.equal(heard('{"t":"ping","x":0.25,"y":0.5}'), { t: 'ping', x: 0.25, y: 0.5 })
  assert.equal(heard('{"t":"point-off","x":7}'), { t: 'point-off' })
})

test('a spot beside the picture, or no spot at all, is nothing', () => {
  for (const at of [
    '"x":-0.1,"y":0',
    '"x":1.1,"y":0',
    '"x":null,"y":0',
    '"x":"0","y":0',
    '"y":0',
    '"x":1e999,"y":0',
  ])
    assert.is(heard(`{"t":"point",${at}}`), null, at)
  assert.is(heard('{"t":"spin","x":0,"y":0}'), null)
  assert.is(readPointer(new ArrayBuffer(8)), null)
})

test('what is not a tool’s word is not handed to any', () => {
  const made: unknown[] = [
    '',
    '[]',
    '{"t":1}',
    '{"t":"media"}',
    null,
    { t: 'point' },
    `"${'x'.repeat(5_000)}"`,
  ]
  for (const data of made) assert.is(readTool(data), null, String(data))
  assert.is(readTool(new ArrayBuffer(16_385)), null)
})

test.run()
