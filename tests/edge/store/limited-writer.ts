// Runs under a limit on the size of its files: writes until the disk refuses, waits for a line, then writes again.
import { once } from 'node:events'
import { openDatabase } from '../../../edge/store/database.ts'
import { note } from './temporary-database.ts'

const database = await openDatabase({ url: process.argv[2] ?? '' })
let stored = 0

async function fill(): Promise<Error> {
  for (;;) {
    const failure = await note(database, `${stored} ${'x'.repeat(20_000)}`).catch((error: Error) => error)
    if (failure instanceof Error) return failure
    stored++
  }
}

const failure = await fill()
const again = await note(database, 'still no room').catch((error: Error) => error)
say({
  stored,
  name: failure.name,
  message: failure.message,
  again: again instanceof Error ? again.name : 'stored',
})
await once(process.stdin, 'data')
await note(database, 'room again')
await database.close()
say({ closed: true })
process.stdin.destroy()

function say(line: object): void {
  console.log(JSON.stringify(line))
}
