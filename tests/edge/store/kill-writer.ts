// Told to begin, it writes as fast as it can until it is killed, and acknowledges on stdout what the database
// acknowledged to it.
import { writeSync } from 'node:fs'
import { type Database, openDatabase } from '../../../edge/store/database.ts'

const CALLERS = 24
const INSERT = 'INSERT INTO entries (writer, life, number) VALUES (?, ?, ?)'
const [url = '', writer = '', life = ''] = process.argv.slice(2)
let last = 0

process.once('message', begin)
process.once('disconnect', () => process.exit())

async function begin(): Promise<void> {
  const database = await openDatabase({ url })
  process.send?.('ready')
  await Promise.all(Array.from({ length: CALLERS }, () => keepWriting(database)))
}

async function keepWriting(database: Database): Promise<never> {
  for (;;) {
    const number = ++last
    await database.write((transaction) => transaction.run(INSERT, [writer, Number(life), number]))
    writeSync(1, `${number}\n`)
  }
}
