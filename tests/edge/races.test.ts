// time-out: 300 s
// Thousands of times two people want the same customer, in two processes over one database.

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type TestEdge, withEdge } from '../support/house.ts'
import { thisRuntime } from '../support/start-command.ts'
import { isRemote } from '../support/test-database.ts'
import { typescriptOptions } from '../support/typescript-options.ts'
import type { Press, Race, Racer } from './racer.ts'

// Where it is slower the same law needs no more than a proof that it holds there too.
const races = isRemote ? 40 : thisRuntime === 'deno' ? 400 : Number(process.env.RACES ?? 1_000)
// What the clock ends in one round has to fit into one transaction.
const atOnce = isRemote ? 20 : 100
const kinds: Race['kind'][] = ['declined', 'two devices', 'lapsed', 'closed']

interface Pair {
  a: Racer
  b: Racer
  departmentId: string
}

test(`${races} races have one winner each, and no error`, () =>
  withEdge(async (house) => {
    const pairs = await enter(house)
    const processes = await Promise.all([startRacer(house.url, 0), startRacer(house.url, 1)])
    const winners: Record<string, number> = {}
    try {
      for (let first = 0; first < races; first += atOnce) {
        const batch = pairs.map((pair, at) => raceOf(pair, first + at))
        await setUp(house, pairs, batch)
        const presses = (await Promise.all(processes.map((one) => run(one, batch)))).flat()
        for (const race of batch)
          count(
            winners,
            judge(
              race,
              presses.filter(({ jobId }) => jobId === race.jobId),
            ),
          )
        await clear(house)
      }
    } finally {
      await Promise.all(processes.map(end))
    }
    await checkTables(house)
    assert.is(
      Object.values(winners).reduce((sum, won) => sum + won, 0),
      races,
    )
    // A race that always the same side wins would prove nothing. A few dozen may all be won by one.
    const both = races < 400 ? [] : [...sidesOf('declined'), ...sidesOf('lapsed'), ...sidesOf('closed')]
    for (const side of both)
      assert.ok((winners[side] ?? 0) > Math.floor(races / 1_000), `${side}: ${winners[side]}`)
  }))

const sidesOf = (kind: Race['kind']) => [
  `${kind} by A`,
  kind === 'closed' ? 'closed by the customer' : `${kind} by B`,
]

/** Two operators a race, and a department for the two alone. */
async function enter(house: TestEdge): Promise<Pair[]> {
  const pairs = Array.from({ length: atOnce }, (_, at) => ({
    a: { id: crypto.randomUUID(), name: `A${at}` },
    b: { id: crypto.randomUUID(), name: `B${at}` },
    departmentId: crypto.randomUUID(),
  }))
  const people = JSON.stringify(
    pairs.flatMap(({ a, b, departmentId }) => [a, b].map((one) => ({ ...one, departmentId }))),
  )
  await house.change(
    `INSERT INTO operators (id, email, name, role, status, created_at)
     SELECT value ->> 'id', value ->> 'name', value ->> 'name', 'operator', 'online', 1 FROM json_each(?)`,
    [people],
  )
  await house.change(
    "INSERT INTO departments SELECT value ->> 'departmentId', value ->> 'name', 1 FROM json_each(?) WHERE key % 2 = 0",
    [people],
  )
  await house.change(
    "INSERT INTO department_members SELECT value ->> 'departmentId', value ->> 'id' FROM json_each(?)",
    [people],
  )
  await house.change(
    "INSERT INTO customers (id, phone, name, created_at) VALUES ('customer', '+905320000000', '', 1)",
  )
  return pairs
}

function raceOf({ a, b }: Pair, at: number): Race {
  const [jobId, conversationId, device] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const kind = kinds[at % kinds.length] ?? 'declined'
  return { kind, jobId, conversationId, device, a, b, accepts: (at >> 2) % 2 }
}

/** Each race's customer is there, and A's telephone rings; for a while yet, or for too long already. */
async function setUp(house: TestEdge, pairs: Pair[], batch: Race[]): Promise<void> {
  const rows = JSON.stringify(
    batch.map((race, at) => ({ ...race, departmentId: pairs[at]?.departmentId, aId: race.a.id })),
  )
  const now = Date.now()
  await house.database.write(async (transaction) => {
    await transaction.run(
      `INSERT INTO conversations (id, customer_id, state, assignment, language, inviter_id, department_id, device_hash,
         created_at, opened_at, waiting_since, last_event_at)
       SELECT value ->> 'conversationId', 'customer', 'offered', 'normal', 'en', value ->> 'aId',
         value ->> 'departmentId', value ->> 'device', ?2, ?2, ?2, ?2 FROM json_each(?1)`,
      [rows, now],
    )
    await transaction.run(
      `INSERT INTO jobs (id, conversation_id, state, created_at)
       SELECT value ->> 'jobId', value ->> 'conversationId', 'offered', ?2 FROM json_each(?1)`,
      [rows, now],
    )
    await transaction.run(
      `INSERT INTO offers (id, job_id, operator_id, state, offered_at, expires_at)
       SELECT 'first ' || (value ->> 'jobId'), value ->> 'jobId', value ->> 'aId', 'open', ?2,
         ?2 + iif(value ->> 'kind' = 'lapsed', -1, 600000) FROM json_each(?1)`,
      [rows, now],
    )
  })
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

/** So that everybody is free for the next race. */
async function clear(house: TestEdge): Promise<void> {
  await house.change(
    "UPDATE conversations SET state = 'closed', closed_at = last_event_at, closed_by = 'clock' WHERE state = 'active'",
  )
}

async function checkTables(house: TestEdge): Promise<void> {
  const [sums] = await house.rows(
    `SELECT count(*) AS jobs, sum(state = 'accepted') AS accepted, sum(state = 'cancelled') AS cancelled,
       (SELECT count(*) FROM offers WHERE state = 'accepted') AS offers,
       (SELECT count(*) FROM offers WHERE state = 'open') AS ringing,
       (SELECT count(*) FROM events WHERE type = 'job.accepted') AS events,
       (SELECT count(*) FROM calls) AS calls FROM jobs`,
  )
  const accepted = Number(sums?.accepted)
  assert.equal(sums, {
    jobs: races,
    accepted,
    cancelled: races - accepted,
    offers: accepted,
    ringing: 0,
    events: accepted,
    calls: accepted,
  })
  const disagreeing = await house.rows(
    `SELECT j.id FROM jobs j JOIN conversations c ON c.id = j.conversation_id
     LEFT JOIN offers f ON f.job_id = j.id AND f.state = 'accepted'
     LEFT JOIN events e ON e.conversation_id = c.id AND e.type = 'job.accepted'
     WHERE j.accepted_by IS NOT c.operator_id OR j.accepted_by IS NOT f.operator_id OR j.accepted_by IS NOT e.actor_id`,
  )
  assert.equal(disagreeing, [])
  const twice = await house.rows(
    "SELECT conversation_id FROM events WHERE type = 'job.accepted' GROUP BY conversation_id HAVING count(*) > 1",
  )
  assert.equal(twice, [])
}

const racer = fileURLToPath(new URL('./racer.ts', import.meta.url))

async function startRacer(url: string, number: number): Promise<ChildProcess> {
  const child = fork(racer, [url, String(number)], { execArgv: typescriptOptions })
  await once(child, 'message')
  return child
}

async function run(child: ChildProcess, batch: Race[]): Promise<Press[]> {
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
