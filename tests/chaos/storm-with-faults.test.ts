// time-out: 1800 s
// A twentieth of tests/chaos/storm.test.ts each, while files go to a bucket that fails, and while a clock is wrong.

import { test } from 'uvu'
import { type Storm, weather } from '../support/load/storm.ts'
import { withoutSkew } from '../support/skewed-clock.ts'

const messages = Number(process.env.CHAOS_MESSAGES ?? 100_000) / 20
const kills = Math.ceil(Number(process.env.CHAOS_KILLS ?? 200) / 20)

async function storm(kind: Omit<Storm, 'messages' | 'kills'>): Promise<void> {
  console.log(`hint: ${JSON.stringify(await weather({ messages, kills, ...kind }))}`)
}

test('files for a bucket that fails four of ten requests come to it all the same, each of them once', () =>
  storm({ database: 'file', files: 10 }))

const missing = withoutSkew()
if (missing) console.log(`hint: skipped, ${missing}`)
const skewing = missing ? test.skip : test

for (const skewHours of [2, -2]) {
  const where = `${Math.abs(skewHours)} hours ${skewHours < 0 ? 'behind' : 'ahead'}`
  skewing(`with one clock ${where} nothing is lost`, () => storm({ database: 'remote', skewHours }))
}

test.run()
