// Two instances, one on Node and one on Deno, and a crowd that writes through both while things break around them.

import * as assert from 'uvu/assert'
import type { HouseProcess } from '../house-process.ts'
import { type Instances, startInstances } from '../instances.ts'
import { type Fate, startS3 } from '../s3/start-s3.ts'
import { skewed } from '../skewed-clock.ts'
import { makeCrowd, type Talk } from './crowd.ts'
import { assertReadBack, type SentFile, sendFiles } from './file-sender.ts'
import { type LoadWitness, watch } from './witness.ts'
import { persist } from './writer.ts'

export interface Storm {
  /** At least so many are acknowledged … */
  messages: number
  /** … and an instance is killed so often. */
  kills: number
  /** Where the database is: a file of both, or a server that goes away, too. */
  database: 'file' | 'remote'
  talks?: number
  /** How far ahead the first instance's clock is, in hours; behind where negative. */
  skewHours?: number
  /** So many files of each customer go to a bucket that fails four of ten requests. */
  files?: number
}

const usualTalks = 10

export interface StormReport {
  seconds: number
  acknowledged: number
  kills: number
  files?: number
  faults: Record<string, number>
  returns: number
}

/** Throws where anything that was acknowledged is lost, doubled or out of order for either side. */
export async function weather(storm: Storm): Promise<StormReport> {
  const s3 = storm.files ? await startS3() : null
  const clocks = storm.skewHours ? [skewed(storm.skewHours)] : []
  const place = await startInstances(['node', 'deno'], storm.database, s3?.environment, clocks)
  const begin = performance.now()
  try {
    const talks = await makeCrowd(place.database, storm.talks ?? usualTalks)
    const any = () => place.houses[Math.floor(Math.random() * place.houses.length)]?.url ?? ''
    const witness = watch(talks, any, { inOrder: true })
    await Promise.all(witness.listeners.map(({ ready }) => ready))
    const done = { acknowledged: 0, kills: 0, over: false, faults: {} as Record<string, number> }
    const files: SentFile[] = []
    s3?.fate(() => outcome(done))
    const isEnough = () => done.acknowledged >= storm.messages && done.kills >= storm.kills
    const breaking = breakThings(place, storm, witness, done)
    await Promise.all([
      ...talks.map((talk) => writeOn(talk, any, witness, done, isEnough)),
      ...talks.map((talk) => sendFiles(talk, any, storm.files ?? 0, (file) => void files.push(file))),
    ])
    done.over = true
    await breaking
    await witness.settle(20_000)
    witness.end()
    const { lost, doubled, disordered, acknowledged } = witness.findings()
    assert.equal({ lost, doubled, disordered }, { lost: 0, doubled: 0, disordered: 0 })
    await assertStored(place, acknowledged)
    s3?.fate(() => 'well')
    await assertShared(place, files, any)
    if (storm.skewHours) await assertOneTime(place)
    return {
      seconds: Math.round((performance.now() - begin) / 1_000),
      acknowledged,
      kills: done.kills,
      ...(storm.files && { files: files.length }),
      faults: done.faults,
      returns: witness.listeners.reduce((sum, { returns }) => sum + returns, 0),
    }
  } finally {
    await place.end()
    await s3?.end()
  }
}

interface Progress {
  acknowledged: number
  kills: number
  over: boolean
  faults: Record<string, number>
}

function count({ faults }: Progress, what: string): void {
  faults[what] = (faults[what] ?? 0) + 1
}

/** Both sides, each one message after the other. */
async function writeOn(
  talk: Talk,
  next: () => string,
  witness: LoadWitness,
  done: Progress,
  isEnough: () => boolean,
): Promise<void> {
  const side = async (name: 'customer' | 'operator') => {
    for (let number = 0; !isEnough(); number++) {
      const text = `${talk.id} ${name} ${number}`
      witness.sent(talk, text)
      await persist(talk[name], next, crypto.randomUUID(), text)
      witness.acknowledged(talk, text)
      done.acknowledged++
    }
  }
  await Promise.all([side('customer'), side('operator')])
}

async function breakThings(place: Instances, storm: Storm, witness: LoadWitness, done: Progress) {
  // Between two faults something gets through: an instance that is always dead proves nothing.
  const between = storm.messages / (storm.kills + 1)
  for (let round = 0; done.kills < storm.kills; round++) {
    const before = done.acknowledged
    while (done.acknowledged < before + between && !done.over)
      await new Promise((look) => setTimeout(look, 5))
    const house = place.houses[round % place.houses.length]
    await house?.kill()
    await Promise.all([
      house && revive(house),
      aside(place, storm, witness, round, (what) => count(done, what)),
    ])
    done.kills++
  }
}

/** As whoever looks after processes does: one that ends at once, since its database is away, is started once more. */
async function revive(house: HouseProcess): Promise<void> {
  for (let left = 20; ; left--) {
    const cause = await house.startAgain().then(
      () => null,
      (error: unknown) => error,
    )
    if (cause === null) return
    if (left === 0) throw cause
    await moments()
  }
}

/** While one instance is down: streams are cut at random, and now and then NATS or the database goes, too. */
async function aside(
  place: Instances,
  storm: Storm,
  witness: LoadWitness,
  round: number,
  count: (what: string) => void,
): Promise<void> {
  for (const listener of someOf(witness.listeners)) {
    listener.cut()
    count('streams cut')
  }
  if (round % 3 === 0) {
    count('NATS stopped')
    await place.nats.stop()
    await moments()
    await place.nats.startAgain()
  }
  if (storm.database === 'remote' && round % 3 === 1) {
    count('database stopped')
    await place.stopDatabase()
    await moments()
    await place.startDatabase()
  }
}

/** A tenth of them or so, and one at least. */
function someOf<One>(all: readonly One[]): One[] {
  const chosen = Math.floor(Math.random() * all.length)
  return all.filter((_, at) => at === chosen || Math.random() < 0.1)
}

const moments = () => new Promise((resume) => setTimeout(resume, 100 + Math.random() * 400))

async function assertStored(place: Instances, acknowledged: number): Promise<void> {
  const row = await place.database.one(
    `SELECT count(*) AS stored, count(DISTINCT json_extract(data, '$.text')) AS texts FROM events WHERE type = 'message.posted'`,
  )
  assert.equal(row, { stored: acknowledged, texts: acknowledged })
}

/** What was acknowledged is told once, and is there as it was sent. */
async function assertShared(place: Instances, files: readonly SentFile[], next: () => string): Promise<void> {
  const told = await place.database.all(
    `SELECT json_extract(data, '$.attachmentId') AS id FROM events WHERE type = 'attachment.shared'`,
  )
  assert.equal(told.map(({ id }) => String(id)).toSorted(), files.map(({ id }) => id).toSorted())
  for (const file of files) await assertReadBack(file, next)
}

/** Both instances have written, by one time: the database's. */
async function assertOneTime(place: Instances): Promise<void> {
  const row = await place.database.one(
    `SELECT max(abs(at - unixepoch('subsec') * 1000)) AS away FROM events WHERE type = 'message.posted'`,
  )
  assert.ok(Number(row?.away) < 3_600_000, `${row?.away} ms from the time of the database`)
}

/** What a request to the bucket comes to: four of ten are answered with 500, cut, or done and not answered. */
function outcome(done: Progress): Fate {
  const fate = oneOf<Fate>(['well', 'well', 'well', 'well', 'well', 'well', 'fails', 'fails', 'lost', 'cut'])
  if (fate !== 'well') count(done, `bucket: ${fate}`)
  return fate
}

const oneOf = <One>(all: readonly [One, ...One[]]): One =>
  all[Math.floor(Math.random() * all.length)] ?? all[0]
