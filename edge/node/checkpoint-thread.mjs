// The thread of checkpoints.ts. Plain JavaScript: a thread would otherwise bring a compiler of its own.

import { parentPort, workerData } from 'node:worker_threads'
import { createClient } from '@libsql/client/sqlite3'

const { url, everyMs, longestLog } = workerData
const client = createClient({ url, concurrency: 1 })

async function checkpoint(how) {
  const { rows } = await client.execute(`PRAGMA wal_checkpoint(${how})`)
  return rows[0]
}

// Passive: nobody waits for it. Only to begin the log anew must the writer wait, for the little that came meanwhile, and no
// longer than the timeout where somebody reads for long, as a back-up does.
async function writeBack() {
  try {
    const { log } = await checkpoint('PASSIVE')
    if (log > longestLog) await checkpoint('RESTART')
  } catch {
    // What keeps the log from being written back keeps the writer from its own, and that one says so.
  }
}

let isOver = false
let pause

async function writeOn() {
  await writeBack()
  if (!isOver) pause = setTimeout(writeOn, everyMs)
}

// With nothing left to wait for it ends by itself.
parentPort.once('message', () => {
  isOver = true
  clearTimeout(pause)
})

await client.executeMultiple('PRAGMA synchronous=FULL; PRAGMA busy_timeout=20')
await writeOn()
