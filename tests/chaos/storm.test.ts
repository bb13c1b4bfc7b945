// time-out: 7200 s
// Until 100,000 messages are acknowledged and an instance was killed 200 times; `CHAOS_MESSAGES` and `CHAOS_KILLS` make
// it shorter. A tenth of both over a database server, which goes away, too.

import { test } from 'uvu'
import { weather } from '../support/load/storm.ts'

const messages = Number(process.env.CHAOS_MESSAGES ?? 100_000)
const kills = Number(process.env.CHAOS_KILLS ?? 200)

test('two instances over one file, killed again and again, lose nothing', async () => {
  console.log(`hint: ${JSON.stringify(await weather({ messages, kills, database: 'file' }))}`)
})

test('two instances over a database server that goes away lose nothing', async () => {
  const tenth = { messages: messages / 10, kills: kills / 10 }
  console.log(`hint: ${JSON.stringify(await weather({ ...tenth, database: 'remote' }))}`)
})

test.run()
