import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Locks, makeSharedStream } from '../../../pwa/platform/shared-stream.ts'
import { frame, message, openStreamHouse } from './stream-house.ts'

// Node has no Web Locks yet; this is their queue, for one name, without stealing.
function makeLocks(): Locks {
  let turn: Promise<unknown> = Promise.resolve()
  const request = (_: string, { signal }: LockOptions, work: () => Promise<unknown>) => {
    turn = turn.then(() => (signal?.aborted ? undefined : work()))
    return turn
  }
  return { request } as unknown as Locks
}

let names = 0

/** A browser with tabs on one stream. */
async function openBrowser() {
  const house = await openStreamHouse()
  const locks = makeLocks()
  const name = `events ${++names}`
  const ends: (() => void)[] = []
  function openTab(after: number) {
    const tab = { seqs: [] as number[], states: [] as string[], refused: [] as number[], close: () => {} }
    tab.close = makeSharedStream(
      name,
      house.url,
      after,
      {
        event: (event) => tab.seqs.push(event.seq),
        state: (state) => tab.states.push(state),
        refused: (status) => tab.refused.push(status),
      },
      locks,
    )
    ends.push(tab.close)
    return tab
  }
  const close = async () => {
    for (const end of ends) end()
    await house.close()
  }
  return { house, openTab, close }
}

async function until(isTrue: () => boolean) {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5))
}

test('many tabs hold one connection, and each of them gets every event once', async () => {
  const { house, openTab, close } = await openBrowser()
  const tabs = [openTab(0), openTab(0), openTab(0)]
  const { answer } = await house.connection(1)
  answer.write(frame(message(1)) + frame(message(2)))
  await until(() => tabs.every((tab) => tab.seqs.length === 2))
  for (const tab of tabs) assert.equal(tab.seqs, [1, 2])
  assert.is(house.connections.length, 1)
  await close()
})

test('a tab that comes later gets what came since its own start, and how the connection stands', async () => {
  const { house, openTab, close } = await openBrowser()
  const first = openTab(0)
  const { answer } = await house.connection(1)
  answer.write(frame(message(1)) + frame(message(2)) + frame(message(3)))
  await until(() => first.seqs.length === 3)
  const late = openTab(1)
  await until(() => late.states.includes('open'))
  assert.equal(late.seqs, [2, 3])
  await close()
})

test('when the tab that holds the stream is closed, the next goes on from where it stands', async () => {
  const { house, openTab, close } = await openBrowser()
  const first = openTab(0)
  const second = openTab(0)
  const held = await house.connection(1)
  held.answer.write(frame(message(7)))
  await until(() => second.seqs.length === 1)
  first.close()
  const taken = await house.connection(2)
  assert.is(taken.after, 7)
  taken.answer.write(frame(message(8)))
  await until(() => second.seqs.length === 2)
  assert.equal(second.seqs, [7, 8])
  await close()
})

test('a tab from before everything that is still known has to start afresh', async () => {
  const { house, openTab, close } = await openBrowser()
  openTab(50)
  await house.connection(1)
  const older = openTab(10)
  await until(() => older.refused.length > 0)
  assert.equal(older.refused, [410])
  await close()
})

test('when the edge signs one tab out, it signs out all of them', async () => {
  const { house, openTab, close } = await openBrowser()
  house.answersWith(401)
  const tabs = [openTab(0), openTab(0)]
  await until(() => tabs.every((tab) => tab.refused.length > 0))
  for (const tab of tabs) assert.equal(tab.refused, [401])
  assert.is(house.connections.length, 1)
  await close()
})

test('a browser without locks has a stream for each tab', async () => {
  const house = await openStreamHouse()
  const seqs: number[] = []
  const on = { event: ({ seq }: { seq: number }) => void seqs.push(seq), state: () => {} }
  const end = makeSharedStream('plain', house.url, 0, on, undefined)
  const { answer } = await house.connection(1)
  answer.write(frame(message(1)))
  await until(() => seqs.length === 1)
  end()
  await house.close()
})

test.run()
