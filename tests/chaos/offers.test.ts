// time-out: 600 s
// People press the green button while the instances that they press it at are killed. `CHAOS_OFFERS` makes it shorter.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { hashToken, newToken } from '../../edge/domain/secrets.ts'
import { Caller } from '../support/caller.ts'
import { type Instances, startInstances } from '../support/instances.ts'
import {
  assertOneWinnerEach,
  enterPairs,
  freeEverybody,
  letRing,
  type Pair,
  type Ring,
} from '../support/load/rings.ts'

const offers = Number(process.env.CHAOS_OFFERS ?? 1_000)
const atOnce = 20

interface Win {
  jobId: string
  who: string
}

test(`${offers} offers have one winner each, with an instance killed every ${atOnce}`, async () => {
  const place = await startInstances(['node', 'deno'], 'file')
  try {
    const { database } = place
    const pairs = await enterPairs(database, atOnce)
    const callers = await signIn(place, pairs)
    const won = { A: 0, B: 0 }
    for (let first = 0; first < offers; first += atOnce) {
      const rings = pairs.map(({ a }, at) => ringOf(a, (first + at) % 2 === 0))
      await letRing(database, pairs, rings)
      const presses = rings.flatMap((ring, at) => pressAll(ring, pairs[at] as Pair, callers))
      const [all] = await Promise.all([Promise.all(presses), killOne(place, first / atOnce)])
      for (const { jobId } of rings) won[winnerOf(jobId, all)]++
      await freeEverybody(database)
    }
    await assertOneWinnerEach(database, offers)
    assert.ok(won.A > 0 && won.B > 0, `won by one side alone: ${JSON.stringify(won)}`)
    console.log(`hint: won by the first asked ${won.A}, by the next ${won.B}; ${offers / atOnce} kills`)
  } finally {
    await place.end()
  }
})

test.run()

function ringOf(a: Pair['a'], isOverdue: boolean): Ring {
  const [jobId, conversationId, device] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  return { jobId, conversationId, device, a, isOverdue }
}

/** A on two devices, and B, whose telephone rings once the clock has turned A down. */
function pressAll({ jobId }: Ring, { a, b }: Pair, callers: Map<string, Caller>) {
  const over = { isTaken: false }
  return [a, a, b].map(async ({ id, name }) => {
    const caller = callers.get(id)
    assert.ok(caller)
    const hasWon = await wins(caller, jobId, over)
    return hasWon ? { jobId, who: name } : null
  })
}

/** Presses until it is theirs or a colleague’s. Whose telephone does not ring yet, or no longer, may press in vain. */
async function wins(caller: Caller, jobId: string, over: { isTaken: boolean }): Promise<boolean> {
  for (let left = 1_000; left > 0; left--) {
    const answer = await press(caller, jobId)
    if (answer === 'done') over.isTaken = true
    if (answer === 'done' || over.isTaken) return answer === 'done'
    assert.ok(['already-taken', 'wrong-state', 'not-found'].includes(answer), answer)
    await pause()
  }
  throw new Error('an offer that nobody won')
}

/** One press, the same one again where no answer came: with its key, so that it is one press. */
async function press(caller: Caller, jobId: string): Promise<string> {
  const key = crypto.randomUUID()
  for (let left = 600; left > 0; left--) {
    const answer = await caller.post(`/api/jobs/${jobId}/accept`, {}, { key }).catch(() => null)
    if (answer && answer.status < 500) return answer.status < 300 ? 'done' : (answer.code ?? '')
    await pause()
  }
  throw new Error('no instance ever answered')
}

const pause = () => new Promise((resume) => setTimeout(resume, 50))

/** Somewhere in the middle of it, as a power cut comes. */
async function killOne({ houses }: Instances, round: number): Promise<void> {
  await new Promise((resume) => setTimeout(resume, Math.random() * 100))
  const house = houses[round % houses.length]
  await house?.kill()
  await house?.startAgain()
}

/** Who pressed and was told that it is theirs: one press alone. */
function winnerOf(jobId: string, presses: readonly (Win | null)[]): 'A' | 'B' {
  const winners = presses.filter((win) => win?.jobId === jobId)
  assert.is(winners.length, 1, JSON.stringify(winners))
  return winners[0]?.who.startsWith('A') ? 'A' : 'B'
}

async function signIn({ database, houses }: Instances, pairs: readonly Pair[]) {
  const next = () => houses[Math.floor(Math.random() * houses.length)]?.url ?? ''
  const callers = new Map<string, Caller>()
  for (const { id } of pairs.flatMap(({ a, b }) => [a, b])) {
    const token = newToken()
    const hash = await hashToken(token)
    await database.write((transaction) =>
      transaction.run('INSERT INTO sessions VALUES (?, ?, ?, ?)', [hash, id, 1, Date.now() + 3_600_000]),
    )
    const caller = new Caller({ request: (path, init) => fetch(next() + path, init) })
    caller.cookies.set('visavis_session', { value: token, path: '/api' })
    callers.set(id, caller)
  }
  return callers
}
