// Files that are still on their way outlive a reload in IndexedDB. Where it is forbidden or full,
// they are on their way for as long as the page lives.

import type { AttachmentKind } from '../../../edge/domain/attachment.ts'

export interface KeptFile {
  id: string
  place: string
  name: string
  kind: AttachmentKind
  file: Blob
  at: number
}

export interface KeptFiles {
  read(place: string): Promise<KeptFile[]>
  put(file: KeptFile): Promise<void>
  remove(id: string): Promise<void>
}

const oldMs = 24 * 3_600_000

export function keepFiles(): KeptFiles {
  const open = once(() => openDatabase())

  async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>) {
    try {
      const database = await open()
      return await done(work(database.transaction('files', mode).objectStore('files')))
    } catch {
      return undefined
    }
  }

  return {
    async read(place) {
      const all = ((await run('readonly', (store) => store.getAll())) ?? []) as KeptFile[]
      // The edge has given up on those that are older.
      const old = all.filter(({ at }) => at < Date.now() - oldMs)
      await Promise.all(old.map(({ id }) => run('readwrite', (store) => store.delete(id))))
      return all.filter((file) => file.place === place && !old.includes(file)).sort((a, b) => a.at - b.at)
    },
    put: async (file) => void (await run('readwrite', (store) => store.put(file))),
    remove: async (id) => void (await run('readwrite', (store) => store.delete(id))),
  }
}

const databaseName = 'visavis.uploads'

/** Whoever signs out leaves no files behind on the device. */
export function forgetKeptFiles(): void {
  try {
    indexedDB.deleteDatabase(databaseName)
  } catch {
    // Where storage is forbidden there is nothing to forget.
  }
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1)
  request.onupgradeneeded = () => request.result.createObjectStore('files', { keyPath: 'id' })
  const database = await done(request)
  // Makes way for whoever deletes it.
  database.onversionchange = () => database.close()
  return database
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
