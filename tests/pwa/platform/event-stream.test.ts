import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type AnyEvent, eventTypes } from '../../../edge/domain/events.ts'
import type { Signal } from '../../../edge/domain/wire.ts'
import { makeEventStream } from '../../../pwa/platform/event-stream.ts'
import { frame, message, openStreamHouse } from './stream-house.ts'

/** Follows the house's stream, and wakes the test whenever something came of it. */
function follow(url: string, after: number) {
  const seen = {
    seqs: [] as number[],
    signals: [] as Signal[],
    states: [] as string[],
    refused: [] as number[],
  }
  let wake = () => {}
  const note = (take: () => void) => {
    take()
    wake()
  }
  const end = makeEventStream(url, after, {
    types: eventTypes,
    event: (event: AnyEvent) => note(() => seen.seqs.push(event.seq)),
    signal: (signal) => note(() => seen.signals.push(signal)),
    state: (state) => note(() => seen.states.push(state)),
    refused: (status) => note(() => seen.refused.push(status)),
  })
  const until = async (isTrue: () => boolean) => {
    while (!isTrue()) await new Promise<void>((resolve) => (wake = resolve))
  }
  return { seen, until, end }
}

test('events arrive in order, and each of them once', async () => {
  const house = await openStreamHouse()
  const { seen, until, end } = follow(house.url, 4)
  const { after, answer } = await house.connection(1)
  assert.is(after, 4)
  for (const seq of [4, 5, 5, 6, 3, 7]) answer.write(frame(message(seq)))
  await until(() => seen.seqs.length === 3)
  assert.equal(seen.seqs, [5, 6, 7])
  end()
  await house.close()
})

test('a broken stream goes on after the last event that came', async () => {
  const house = await openStreamHouse()
  const { seen, until, end } = follow(house.url, 0)
  const first = await house.connection(1)
  first.answer.write(frame(message(9)))
  await until(() => seen.seqs.length === 1)
  first.answer.destroy()
  const second = await house.connection(2)
  assert.is(second.after, 9)
  second.answer.write(frame(message(9)) + frame(message(10)))
  await until(() => seen.seqs.length === 2)
  assert.equal(seen.seqs, [9, 10])
  end()
  await house.close()
})

test('when the server says bye, the page connects again and nobody is told of an outage', async () => {
  const house = await openStreamHouse()
  const { seen, end } = follow(house.url, 0)
  const { answer } = await house.connection(1)
  answer.write('event: bye\ndata: {}\n\n')
  await house.connection(2)
  assert.not(seen.states.includes('offline'))
  end()
  await house.close()
})

test('a server that says no for good is not asked again', async () => {
  const house = await openStreamHouse()
  house.answersWith(401)
  const { seen, until, end } = follow(house.url, 0)
  await until(() => seen.refused.length === 1)
  assert.equal(seen.refused, [401])
  dispatchEvent(new Event('online'))
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.is(house.connections.length, 1)
  end()
  await house.close()
})

test('a server in trouble is asked again, and the screen may say so', async () => {
  const house = await openStreamHouse()
  house.answersWith(503)
  const { seen, until, end } = follow(house.url, 0)
  await until(() => seen.states.includes('offline'))
  house.answersWith(200)
  await until(() => seen.states.at(-1) === 'open')
  end()
  await house.close()
})

test('signs come through, and what is no JSON or of an unknown type is passed over', async () => {
  const house = await openStreamHouse()
  const { seen, until, end } = follow(house.url, 0)
  const { answer } = await house.connection(1)
  const typing = { conversationId: 'c', kind: 'typing', side: 'customer' }
  answer.write('data: {broken\n\n: heartbeat\n\n')
  answer.write(`data: ${JSON.stringify({ ...message(1), type: 'moon.landed' })}\n\n`)
  answer.write(`event: signal\ndata: ${JSON.stringify(typing)}\n\n${frame(message(2))}`)
  await until(() => seen.seqs.length === 1)
  assert.equal(seen.seqs, [2])
  assert.equal(seen.signals, [typing])
  end()
  await house.close()
})

test('once ended, it neither tells nor connects any more', async () => {
  const house = await openStreamHouse()
  const { seen, end } = follow(house.url, 0)
  const { answer } = await house.connection(1)
  const closed = new Promise((resolve) => answer.on('close', resolve))
  end()
  await closed
  dispatchEvent(new Event('online'))
  assert.equal(seen.seqs, [])
  assert.is(house.connections.length, 1)
  await house.close()
})

test.run()
