import type { Client, InValue, ResultSet } from '@libsql/client'
import { isFile } from './connection.ts'
import type { Reads } from './database.ts'
import { asStorageFault, DatabaseBusy, isAnswer, isBusy, isCutOff, isStorageFault } from './failures.ts'
import { backOff } from './pause.ts'
import { readsOver } from './rows.ts'

const PATIENCE_MS = 10_000

export interface Reader extends Reads {
  close(): void
}

// In WAL mode readers wait for nobody, except while a database is being recovered after a crash.
export async function startReader(client: Client): Promise<Reader> {
  let closed = false

  async function execute(sql: string, args: InValue[]): Promise<ResultSet> {
    const since = performance.now()
    for (let attempt = 0; ; attempt++) {
      try {
        return await read(client, { sql, args })
      } catch (error) {
        if (!isBusy(error) && (closed || !isCutOff(error))) throw asCallerSeesIt(error)
        if (performance.now() - since > PATIENCE_MS) throw tooLong(error)
        await reconnect(error)
        await backOff(attempt)
      }
    }
  }

  // A busy statement would hold its old view of the database on this connection, so it needs a new one.
  async function reconnect(error: unknown): Promise<void> {
    if (!isBusy(error)) return
    await client.reconnect()
    await refuseWrites(client)
  }

  await refuseWrites(client)
  return {
    ...readsOver(execute),
    close: () => {
      closed = true
      client.close()
    },
  }
}

// A server is told that nothing will be written, in the same request: it may then answer from a copy near by.
async function read(client: Client, statement: { sql: string; args: InValue[] }): Promise<ResultSet> {
  if (isFile(client)) return client.execute(statement)
  const [result] = await client.batch([statement], 'read')
  if (!result) throw new TypeError('The server answered nothing')
  return result
}

// A write that slips in here would go past the one writer, where it could be lost.
async function refuseWrites(client: Client): Promise<void> {
  if (isFile(client)) await client.executeMultiple('PRAGMA query_only=ON')
}

function tooLong(cause: unknown): DatabaseBusy {
  return new DatabaseBusy('Another process kept the database from being read for too long', { cause })
}

// A mistake in the SQL stays what it is; everything else is the database's trouble, in words.
function asCallerSeesIt(error: unknown): unknown {
  return isStorageFault(error) || !isAnswer(error) ? asStorageFault(error) : error
}
