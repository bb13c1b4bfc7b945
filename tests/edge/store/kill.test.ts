// time-out: 240 s
// not over a remote database: what a killed process leaves there is in remote.test.ts
import { dirname } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openDatabase, type Row } from '../../../edge/store/database.ts'
import { untilTrue } from '../../support/until.ts'
import { type Life, spawnLife } from './kill-lives.ts'
import { withFolder } from './temporary-database.ts'

const KILLS = 52
const WRITERS = ['left', 'right']
const SHORTEST_MS = 50
const LONGEST_MS = 250

test('what two processes were told is stored survives every kill -9, once and in order', () =>
  withFolder(async (path, url) => {
    await makeTable(url)
    let lives = 0
    const ended = await killOverAndOver((writer) => spawnLife(url, writer, ++lives, dirname(path)))
    const rows = await storedRows(url)
    for (const life of ended) checkLife(life, rows)
    checkThatBothWrote(ended)
  }))

interface Place {
  running: Life
  next: Life
}

async function killOverAndOver(spawn: (writer: string) => Life): Promise<Life[]> {
  const places: Place[] = WRITERS.map((writer) => ({ running: spawn(writer), next: spawn(writer) }))
  const ended: Life[] = []
  try {
    await Promise.all(places.map((place) => place.running.begin()))
    while (ended.length < KILLS) {
      await elapsed(SHORTEST_MS + Math.random() * (LONGEST_MS - SHORTEST_MS))
      ended.push(...(await killSome(places, spawn)))
    }
  } finally {
    await Promise.allSettled(places.flatMap((place) => [place.running.kill(), place.next.kill()]))
  }
  return ended
}

// Both at once leaves the log to be recovered by whoever comes; one leaves its lock to the other.
async function killSome(places: Place[], spawn: (writer: string) => Life): Promise<Life[]> {
  const doomed = places.filter(() => Math.random() < 0.7)
  const dead = doomed.map((place) => place.running)
  await Promise.all(dead.map(hasBegun))
  await Promise.all(dead.map((life) => life.kill()))
  await Promise.all(
    doomed.map(async (place) => {
      place.running = place.next
      place.next = spawn(place.running.writer)
      await place.running.begin()
    }),
  )
  return dead
}

/** On a slow disk a life might be over before anything was stored: that is left to every third. */
async function hasBegun(life: Life): Promise<void> {
  if (life.number % 3 > 0)
    await untilTrue(
      `${life.writer}, life ${life.number} has stored something`,
      () => life.acknowledged().length > 0,
    )
}

function checkLife(life: Life, rows: Row[]): void {
  const name = `${life.writer}, life ${life.number}`
  const own = rows.filter((row) => row.writer === life.writer && row.life === life.number)
  const stored = own.map((row) => Number(row.number))
  const there = new Set(stored)
  const lost = life.acknowledged().filter((number) => !there.has(number))
  assert.equal(lost, [], `${name} lost ${lost.length} of ${life.acknowledged().length} acknowledged writes`)
  assert.is(there.size, stored.length, `${name}: some write is there twice`)
  const inOrder = stored.map((_, at) => at + 1)
  assert.equal(stored, inOrder, `${name}: the writes are out of order, or one is missing between them`)
}

function checkThatBothWrote(ended: Life[]): void {
  for (const writer of WRITERS) {
    const lives = ended.filter((life) => life.writer === writer)
    const idle = lives.filter((life) => life.acknowledged().length === 0)
    assert.ok(
      lives.length > idle.length * 2,
      `${writer} stored nothing in ${idle.length} of ${lives.length} lives`,
    )
  }
  const writes = ended.reduce((sum, life) => sum + life.acknowledged().length, 0)
  console.log(`${ended.length} kills, ${writes} acknowledged writes`)
}

async function makeTable(url: string): Promise<void> {
  const database = await openDatabase({ url })
  // No unique key: a write that is stored twice must show.
  await database.write((transaction) =>
    transaction.script(
      'CREATE TABLE entries (id INTEGER PRIMARY KEY AUTOINCREMENT, writer TEXT, life INTEGER, number INTEGER) STRICT',
    ),
  )
  await database.close()
}

async function storedRows(url: string): Promise<Row[]> {
  const database = await openDatabase({ url })
  const rows = await database.all('SELECT writer, life, number FROM entries ORDER BY id')
  assert.equal(await database.one('PRAGMA integrity_check'), { integrity_check: 'ok' })
  await database.close()
  return rows
}

function elapsed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

test.run()
