import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { RestartWord } from '../../../edge/domain/restart.ts'
import type { RestartAnswer } from '../../../edge/domain/wire.ts'
import { makeRestartExchange } from '../../../pwa/call/restart-exchange.ts'
import { makeFakeClock } from './fake-clock.ts'

let clock: ReturnType<typeof makeFakeClock>
test.before.each(() => {
  clock = makeFakeClock()
})
test.after.each(() => clock.restore())

const word: RestartWord = { line: 'mc_1', turn: 1, kind: 'asks', to: 0, sdp: '' }
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

function slowly(ms: number, signal: AbortSignal): Promise<RestartAnswer> {
  return new Promise((resolve, reject) => {
    setTimeout(() => resolve({ theirs: word }), ms)
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}

/** An exchange over a network that the test switches. */
function over() {
  const did: string[] = []
  const network = { answers: true, afterMs: 0, status: 0, goesOn: true, sent: 0, hanging: 0 }
  const exchange = makeRestartExchange({
    send: (_, signal) => {
      network.sent += 1
      if (network.status) return Promise.reject(Object.assign(new Error(), { status: network.status }))
      if (network.answers && network.afterMs > 0) return slowly(network.afterMs, signal)
      if (network.answers) return Promise.resolve({ theirs: word })
      network.hanging += 1
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          network.hanging -= 1
          reject(signal.reason)
        })
      })
    },
    word: () => word,
    heard: () => did.push('heard'),
    doubtful: () => did.push('doubtful'),
    away: () => did.push('away'),
    back: () => did.push('back'),
    goesOn: () => network.goesOn,
  })
  const passed = async (ms: number) => {
    for (let left = ms; left > 0; left -= 50) {
      clock.pass(50)
      await settled()
    }
  }
  return { ...exchange, network, passed, done: () => did.splice(0) }
}

test('it asks at once, often while an answer may come soon, and seldom afterwards', async () => {
  const { ask, network, passed } = over()
  ask()
  assert.is(network.sent, 1)
  await passed(1_500)
  assert.is(network.sent, 11)
  await passed(3_000)
  const before = network.sent
  await passed(2_000)
  assert.is(network.sent - before, 4)
})

test('it goes on for as long as it is wanted, and no longer', async () => {
  const { ask, network, passed } = over()
  network.goesOn = false
  ask()
  await passed(5_000)
  assert.is(network.sent, 1)
})

test('in a dead network few requests hang, and when there is hope there are fresh ones', async () => {
  const { ask, hope, isAway, network, passed, done } = over()
  network.answers = false
  ask()
  await passed(60_000)
  assert.equal([network.sent, network.hanging, isAway()], [2, 2, true])
  assert.equal([...new Set(done())], ['doubtful', 'away'])
  hope()
  await passed(1_000)
  assert.ok(network.sent > 3)
  network.answers = true
  await passed(500)
  assert.equal(
    done()
      .filter((what) => what !== 'away' && what !== 'doubtful')
      .slice(0, 2),
    ['back', 'heard'],
  )
  assert.equal([network.hanging, isAway()], [0, false])
})

for (const afterMs of [900, 2_000, 3_500]) {
  test(`a network that answers after ${afterMs} ms is slow, and not away`, async () => {
    const { ask, network, passed, done } = over()
    network.afterMs = afterMs
    ask()
    await passed(20_000)
    const happened = done()
    assert.not(happened.includes('away'))
    assert.ok(happened.filter((what) => what === 'heard').length >= 4)
  })

  test(`hope does not wear out a network that answers after ${afterMs} ms`, async () => {
    const { hope, network, passed, done } = over()
    network.afterMs = afterMs
    hope()
    await passed(afterMs + 100)
    assert.ok(done().includes('heard'))
  })
}

test('an edge that is reached again is asked often once more: the other side has something to say by then', async () => {
  const { ask, network, passed, done } = over()
  network.status = 503
  ask()
  await passed(3_000)
  network.status = 0
  while (!done().includes('back')) await passed(50)
  const before = network.sent
  await passed(450)
  assert.is(network.sent - before, 3)
})

test('a network that fails at once is tried again each time', async () => {
  const { ask, network, passed, done } = over()
  network.status = 503
  ask()
  await passed(2_000)
  assert.ok(network.sent >= 4)
  network.status = 0
  await passed(500)
  assert.ok(done().includes('back'))
})

test('when the edge says that there is no such call it is not asked again', async () => {
  for (const status of [401, 403, 404, 409]) {
    const { ask, network, passed, done } = over()
    network.status = status
    ask()
    await passed(3_000)
    assert.equal([network.sent, done()], [1, []], `${status}`)
  }
})

test.run()
