// Files that another app shared with ours: the worker takes them, and keeps them until a page has asked the operator
// which conversation they are for.

const databaseName = 'visavis.shared'
const store = 'files'
const place = 'latest'

/** In the place of what was shared before and never used. */
export async function keepSharedFiles(files: readonly File[]): Promise<void> {
  await run('readwrite', (kept) => kept.put(files, place))
}

export async function readSharedFiles(): Promise<readonly File[]> {
  const files: unknown = await run('readonly', (kept) => kept.get(place)).catch(() => null)
  return Array.isArray(files) ? files.filter((file) => file instanceof File) : []
}

/** Sent, thrown away, or signed out: nothing of it stays on the device. */
export async function forgetSharedFiles(): Promise<void> {
  await run('readwrite', (kept) => kept.clear()).catch(() => {})
}

async function run<T>(mode: IDBTransactionMode, work: (kept: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(databaseName, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(store)
  const database = await done(opening)
  try {
    return await done(work(database.transaction(store, mode).objectStore(store)))
  } finally {
    database.close()
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
