// time-out: 300 s
// Thousands of times two people want the same customer, in two processes over one database.

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { withEdge } from '../support/house.ts'
import { assertOneWinnerEach, enterPairs, freeEverybody, letRing, type Pair } from '../support/load/rings.ts'
import { thisRuntime } from '../support/start-command.ts'
import { isRemote } from '../support/test-database.ts'
import { typescriptOptions } from '../support/typescript-options.ts'
import type { Press, Race } from './racer.ts'

// Where it is slower the same law needs no more than a proof that it holds there too.
const races = isRemote ? 40 : thisRuntime === 'deno' ? 400 : Number(process.env.RACES ?? 1_000)
// What the clock ends in one round has to fit into one transaction.
const atOnce = isRemote ? 20 : 100
const kinds: Race['kind'][] = ['declined', 'two devices', 'lapsed', 'closed']

test(`of ${races} races and more each has one winner, and none an error`, () =>
  withEdge(async (house) => {
    const pairs = await enterPairs(house.database, atOnce)
    const processes = await Promise.all([startRacer(house.url, 0), startRacer(house.url, 1)])
    const winners: Record<string, number> = {}
    // A race that always the same side wins would prove nothing. A few dozen may all be won by one.
    const both = races < 400 ? [] : [...sidesOf('declined'), ...sidesOf('lapsed'), ...sidesOf('closed')]
    const isOneSided = () => both.some((side) => !winners[side])
    let run = 0
    try {
      // Where a machine lets one side win nearly always, it takes more of them.
      for (; run < races || (isOneSided() && run < 4 * races); run += atOnce) {
        const batch = pairs.map((pair, at) => raceOf(pair, run + at))
        await letRing(house.database, pairs, batch)
        const presses = (await Promise.all(processes.map((one) => raceIn(one, batch)))).flat()
        for (const race of batch)
          count(
            winners,
            judge(
              race,
              presses.filter(({ jobId }) => jobId === race.jobId),
            ),
          )
        await freeEverybody(house.database)
      }
    } finally {
      await Promise.all(processes.map(end))
    }
    await assertOneWinnerEach(house.database, run)
    assert.is(
      Object.values(winners).reduce((sum, won) => sum + won, 0),
      run,
    )
    assert.not(isOneSided(), JSON.stringify(winners))
  }))

const sidesOf = (kind: Race['kind']) => [
  `${kind} by A`,
  kind === 'closed' ? 'closed by the customer' : `${kind} by B`,
]

function raceOf({ a, b }: Pair, at: number): Race {
  const [jobId, conversationId, device] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const kind = kinds[at % kinds.length] ?? 'declined'
  const isOverdue = kind === 'lapsed'
  return { kind, jobId, conversationId, device, a, b, isOverdue, accepts: (at >> 2) % 2 }
}

/** Who won; fails where two did or nobody, or where a loser was told anything but the truth. */
function judge(race: Race, presses: Press[]): string {
  const accepts = presses.filter(({ what }) => what === 'accept')
  const winners = accepts.filter(({ answer }) => answer === 'done')
  const winner = winners[0]?.who ?? 'the customer'
  const told = JSON.stringify({ race, presses })
  if (race.kind === 'closed') {
    assert.is(presses.find(({ what }) => what === 'close')?.answer, 'done', told)
    if (winners.length === 0) assert.is(accepts[0]?.answer, 'wrong-state', told)
  } else assert.is(winners.length, 1, told)
  for (const loser of accepts.filter(({ answer }) => answer !== 'done')) {
    const passedOver = ['wrong-state', 'not-found'].includes(loser.answer) && race.kind !== 'two devices'
    if (!passedOver) assert.equal([loser.answer, loser.by], ['already-taken', winner], told)
    // Only whose telephone never rang may be told that there is no such job.
    if (loser.answer === 'not-found') assert.equal([loser.who, winner], [race.b.name, race.a.name], told)
  }
  return `${race.kind} by ${winner.replace(/\d+$/, '')}`
}

const racer = fileURLToPath(new URL('./racer.ts', import.meta.url))

async function startRacer(url: string, number: number): Promise<ChildProcess> {
  const child = fork(racer, [url, String(number)], { execArgv: typescriptOptions })
  await once(child, 'message')
  return child
}

async function raceIn(child: ChildProcess, batch: Race[]): Promise<Press[]> {
  const over = new AbortController()
  const answer = once(child, 'message', over)
  const gone = once(child, 'exit', over).then(() => {
    throw new Error('a racing process ended')
  })
  child.send(batch)
  try {
    const [presses] = (await Promise.race([answer, gone])) as [Press[] | { fault: string }]
    if ('fault' in presses) throw new Error(presses.fault)
    return presses
  } finally {
    over.abort()
    await Promise.allSettled([answer, gone])
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exited = once(child, 'exit')
  child.disconnect()
  await exited
}

function count(tally: Record<string, number>, what: string): void {
  tally[what] = (tally[what] ?? 0) + 1
}

test.run()
