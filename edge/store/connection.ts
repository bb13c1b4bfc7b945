import { type Client, type Transaction as ClientTransaction, createClient } from '@libsql/client'
import { isBusy } from './failures.ts'
import { backOff } from './pause.ts'
import { sendOnce } from './remote.ts'

const PATIENCE_MS = 10_000

// FULL: a power cut must not take back what was acknowledged.
// secure_delete: erased messages must not linger in free pages.
// wal_autocheckpoint: in pages. A house writes its log back beside the writer (edge/node/checkpoints.ts); inside of a
// commit, where everybody waits, it is done only where nobody else does it.
const SAFE =
  'PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=20000'

export interface Place {
  url: string
  authToken?: string
}

/** One client is one connection, so that whoever owns the client owns the lock. */
export function connect(place: Place): Client {
  return createClient({ ...place, concurrency: 1, fetch: sendOnce })
}

/** Reads over the network wait for the network, not for each other. */
export function connectForReading(place: Place): Client {
  return createClient({ ...place, concurrency: isFilePlace(place) ? 1 : 40, fetch: sendOnce })
}

function isFilePlace({ url }: Place): boolean {
  return url.startsWith('file:')
}

export function isFile(client: Client): boolean {
  return client.protocol === 'file'
}

/** WAL stays in the file, so once is enough. Two processes starting together wait for each other here. */
export async function switchToWal(client: Client): Promise<void> {
  const since = performance.now()
  for (let attempt = 0; ; attempt++) {
    try {
      await client.executeMultiple('PRAGMA journal_mode=WAL')
      return
    } catch (error) {
      if (!isBusy(error) || performance.now() - since > PATIENCE_MS) throw error
      await backOff(attempt)
    }
  }
}

/**
 * Opens a write transaction on a connection that is known to be safe.
 *
 * The client's own `transaction('write')` keeps the statement of a BEGIN that met SQLITE_BUSY: what is committed
 * on that connection afterwards is acknowledged and lost, and a connection dropped for it stays open until the
 * garbage collector comes by. `executeMultiple` ends its statements at once, so a busy BEGIN leaves nothing behind.
 * It also sets the pragmas on the very connection that is used, however new that is.
 */
export async function beginWriting(client: Client): Promise<ClientTransaction> {
  if (!isFile(client)) return beginAtServer(client)
  const transaction = await client.transaction('deferred')
  try {
    await transaction.executeMultiple(`COMMIT; ${SAFE}; BEGIN IMMEDIATE`)
    return transaction
  } catch (error) {
    transaction.close()
    if (!isBusy(error)) await client.reconnect()
    throw error
  }
}

// The client begins with the first statement. What a unit may take counts from then on, and not while others have the lock.
async function beginAtServer(client: Client): Promise<ClientTransaction> {
  const transaction = await client.transaction('write')
  await transaction.batch([])
  return transaction
}

/**
 * Leaves everything in the one file. The client ends its connections only when the garbage collector comes by, so
 * that without this the last writes would stay in the -wal file, where whoever copies the database misses them.
 */
export async function closeWriting(client: Client): Promise<void> {
  try {
    if (isFile(client)) await client.executeMultiple('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch {
    // Another process is using the file: then the log is still needed, and nothing is lost.
  }
  client.close()
}
