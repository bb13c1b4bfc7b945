// Where the unsent lies: in a database of its own with files of its own, sealed with a key of its own. Its order is that of writing, whatever
// the clock does. What the device has no room for waits in memory, and says so.

import { keptKey, makeOwnKey } from './device-key.ts'
import type { OutboxEntry } from './intent.ts'
import { outboxDatabase, outboxRoom, outboxShelves } from './outbox-room.ts'
import { type Sealed, seal, unseal } from './seal.ts'
import { openShelves, type Place, type Shelves } from './shelves.ts'

export interface Waiting extends OutboxEntry {
  place: Place
  /** The edge's no; only the person can do something about it. */
  refused: string | null
  /** Whether it outlives this page. */
  kept: boolean
}

export interface OutboxStore {
  /** `makeRoom` is asked for space before an entry is only remembered. */
  add(entry: OutboxEntry): Promise<void>
  /** Oldest first. */
  read(): Promise<Waiting[]>
  has(place: Place): Promise<boolean>
  refuse(waiting: Waiting, code: string): Promise<void>
  remove(place: Place): Promise<void>
  /** Takes the outbox for somebody; what another person left is not theirs to see, and goes. */
  own(operatorId: string): Promise<void>
  close(): void
  destroy(): Promise<void>
}

interface Row {
  /** Plain where the browser has no cryptography. */
  entry: Sealed | OutboxEntry
  refused: string | null
}

export function createOutboxStore(
  makeRoom: () => Promise<void> = async () => {},
  shelves: Shelves = openShelves(outboxDatabase, outboxShelves, outboxRoom),
): OutboxStore {
  const keys = shelves.shelf('keys')
  const rows = shelves.shelf('entries')
  const homeless = new Map<Place, Waiting>()
  let lastHomeless = Number.MAX_SAFE_INTEGER / 2

  const key = async () => (await keptKey(keys))?.key ?? null

  async function rowOf(entry: OutboxEntry, refused: string | null): Promise<Row> {
    const found = await key()
    return { entry: found ? await seal(found, entry) : entry, refused }
  }

  async function entryIn(row: Row, found: CryptoKey | null): Promise<OutboxEntry | null> {
    if (!('nonce' in row.entry)) return row.entry
    return found && unseal<OutboxEntry>(found, row.entry)
  }

  return {
    async add(entry) {
      const row = await rowOf(entry, null).catch(() => null)
      const save = async () => row && rows.append(row)
      const place = await save()
        .catch(() => makeRoom().then(save))
        .catch(() => null)
      if (place !== null) return
      homeless.set(++lastHomeless, { ...entry, place: lastHomeless, refused: null, kept: false })
    },
    async read() {
      const found = await key().catch(() => null)
      const kept = await Promise.all(
        (await rows.entries().catch(() => [])).map(async ([place, value]): Promise<Waiting | null> => {
          const row = value as Row
          const entry = await entryIn(row, found)
          return entry && { ...entry, place, refused: row.refused, kept: true }
        }),
      )
      return [...kept.filter((one) => one !== null), ...homeless.values()]
    },
    has: async (place) => homeless.has(place) || (await rows.get(place)) !== undefined,
    async refuse(waiting, code) {
      const { place, refused: _, kept, ...entry } = waiting
      if (kept) await rows.put(place, await rowOf(entry, code))
      else homeless.set(place, { ...waiting, refused: code })
    },
    async remove(place) {
      if (!homeless.delete(place)) await rows.remove(place)
    },
    async own(operatorId) {
      const kept = await keptKey(keys).catch(() => null)
      if (kept?.owner === operatorId) return
      if (kept) await rows.clear()
      if (globalThis.crypto.subtle) await makeOwnKey(keys, operatorId)
    },
    close: () => shelves.close(),
    destroy() {
      homeless.clear()
      return shelves.destroy()
    },
  }
}
