// What a device keeps lies in IndexedDB, on shelves. A database that is damaged is made anew: what it held is the edge's
// as well, or lies in another one (see outbox-store.ts), so that one cannot take the other along.

import { type IDBPDatabase, wrap } from 'idb'

export type Place = string | number

export interface Shelf {
  get(place: Place): Promise<unknown>
  put(place: Place, value: unknown): Promise<void>
  /** At the end; resolves with its place, a number higher than all before. */
  append(value: unknown): Promise<Place>
  remove(place: Place): Promise<void>
  entries(): Promise<[Place, unknown][]>
  /** Without what lies there, which may be more than a device has room for at once. */
  places(): Promise<Place[]>
  clear(): Promise<void>
}

export interface Shelves {
  shelf(name: string): Shelf
  close(): void
  /** Everything goes, whoever else has it open. */
  destroy(): Promise<void>
}

export function openShelves(
  database: string,
  names: readonly string[],
  room = async () => indexedDB,
): Shelves {
  let opened: Promise<IDBPDatabase> | undefined

  function open(): Promise<IDBPDatabase> {
    opened ??= openOrRebuild().catch((cause) => {
      opened = undefined
      throw cause
    })
    return opened
  }

  async function openOrRebuild(): Promise<IDBPDatabase> {
    try {
      return await openWhole()
    } catch {
      await deleteDatabase()
      return openWhole()
    }
  }

  async function openWhole(): Promise<IDBPDatabase> {
    const request = (await room()).open(database, 1)
    request.addEventListener('upgradeneeded', () => {
      for (const name of names) request.result.createObjectStore(name, { autoIncrement: true })
    })
    const found = (await wrap(request)) as IDBPDatabase
    // Makes way for whoever deletes it.
    found.addEventListener('versionchange', close)
    found.addEventListener('close', () => {
      opened = undefined
    })
    if (names.every((name) => found.objectStoreNames.contains(name))) return found
    found.close()
    throw new Error('A shelf is missing.')
  }

  async function deleteDatabase(): Promise<void> {
    await wrap((await room()).deleteDatabase(database))
  }

  function close() {
    void opened?.then(
      (found) => found.close(),
      () => {},
    )
    opened = undefined
  }

  function shelf(name: string): Shelf {
    return {
      get: async (place) => (await open()).get(name, place),
      put: async (place, value) => void (await (await open()).put(name, value, place)),
      append: async (value) => (await (await open()).add(name, value)) as Place,
      remove: async (place) => (await open()).delete(name, place),
      clear: async () => (await open()).clear(name),
      places: async () => (await (await open()).getAllKeys(name)) as Place[],
      async entries() {
        const transaction = (await open()).transaction(name)
        const [places, values] = await Promise.all([
          transaction.store.getAllKeys(),
          transaction.store.getAll(),
        ])
        return places.map((place, at): [Place, unknown] => [place as Place, values[at]])
      },
    }
  }

  return {
    shelf,
    close,
    async destroy() {
      close()
      // A frozen tab would hold the deletion up; then at least nothing is left inside.
      await Promise.all(
        names.map((name) =>
          shelf(name)
            .clear()
            .catch(() => {}),
        ),
      )
      close()
      await Promise.race([deleteDatabase(), new Promise((resolve) => setTimeout(resolve, 2_000))]).catch(
        () => {},
      )
    },
  }
}

/** Whether there is no room left on the device. */
export function isFull(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'QuotaExceededError'
}
