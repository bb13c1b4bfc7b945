import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeFrameReader, type StreamFrame } from '../../../pwa/platform/stream-frames.ts'

function framesOf(...chunks: string[]): StreamFrame[] {
  const frames: StreamFrame[] = []
  const read = makeFrameReader((frame) => frames.push(frame))
  for (const chunk of chunks) read(chunk)
  return frames
}

const text = 'id: 7\nevent: signal\ndata: {"a":1}\n\n: still here\n\ndata: one\ndata: two\n\n'
const whole = [
  { event: 'signal', data: '{"a":1}' },
  { event: 'message', data: '' },
  { event: 'message', data: 'one\ntwo' },
]

test('a frame has its kind and its data, and a comment is a frame of neither', () => {
  assert.equal(framesOf(text), whole)
})

test('frames come out the same wherever the network cuts them', () => {
  for (let cut = 1; cut < text.length; cut += 1) {
    assert.equal(framesOf(text.slice(0, cut), text.slice(cut)), whole, `cut at ${cut}`)
  }
})

test('line ends of Windows are line ends', () => {
  assert.equal(framesOf(text.replaceAll('\n', '\r\n')), whole)
})

test('what is not ended yet is not a frame yet', () => {
  assert.equal(framesOf('data: half'), [])
})

test.run()
