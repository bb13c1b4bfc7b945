// What this device keeps beside the unsent: the key of the session, the last inbox, and copies of the archive.

import { keptKey, makeSessionKey } from './device-key.ts'
import { type Sealed, seal, unseal } from './seal.ts'
import { openShelves, type Shelf, type Shelves } from './shelves.ts'

const database = 'visavis.device'
const names = ['keys', 'facts', 'copies', 'pictures']

export interface DeviceShelves {
  /** The owner's key, if there is one. */
  key(): Promise<{ key: CryptoKey; owner: string } | null>
  /** A new session: what an older one left cannot be opened any more, and goes. */
  begin(owner: string, secret: string): Promise<void>
  copies: Shelf
  pictures: Shelf
  readFact<T>(name: string): Promise<T | null>
  writeFact(name: string, value: unknown): Promise<void>
  emptyArchive(): Promise<void>
  close(): void
  destroy(): Promise<void>
}

export function openDeviceShelves(shelves: Shelves = openShelves(database, names)): DeviceShelves {
  const keys = shelves.shelf('keys')
  const facts = shelves.shelf('facts')
  const copies = shelves.shelf('copies')
  const pictures = shelves.shelf('pictures')
  const emptyArchive = async () => void (await Promise.all([copies.clear(), pictures.clear()]))
  return {
    copies,
    pictures,
    emptyArchive,
    key: () => keptKey(keys),
    async begin(owner, secret) {
      await Promise.all([emptyArchive(), facts.clear()])
      if (globalThis.crypto.subtle) await makeSessionKey(keys, owner, secret)
    },
    async readFact<T>(name: string) {
      const kept = await keptKey(keys)
      const sealed = kept && ((await facts.get(name)) as Sealed | undefined)
      return sealed ? unseal<T>(kept.key, sealed) : null
    },
    async writeFact(name, value) {
      const kept = await keptKey(keys)
      if (kept) await facts.put(name, await seal(kept.key, value))
    },
    close: () => shelves.close(),
    destroy: () => shelves.destroy(),
  }
}
