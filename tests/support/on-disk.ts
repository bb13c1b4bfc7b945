import type { Page } from 'playwright-core'

// Runs in the page. What is sealed is read as text all the same: then it would show if it were not.
const reader = `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const text = (value) => {
    if (value instanceof CryptoKey) return value.extractable ? 'a key that can be read' : 'a key'
    if (value instanceof ArrayBuffer) return new TextDecoder().decode(value)
    if (value instanceof Uint8Array) return 'bytes'
    if (Array.isArray(value)) return value.map(text)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, text(part)]))
  }
  const found = []
  const buckets = await navigator.storageBuckets.keys()
  const rooms = await Promise.all(buckets.map(async (name) => (await navigator.storageBuckets.open(name)).indexedDB))
  for (const room of [indexedDB, ...rooms])
    for (const { name } of await room.databases()) {
      const database = await done(room.open(name))
      for (const store of database.objectStoreNames)
        found.push(name, store, await done(database.transaction(store).objectStore(store).getAll()))
      database.close()
    }
  return JSON.stringify([text(found), { ...localStorage }])
})()`

/** Everything that a page keeps on its device, as text: keys are named, not shown. */
export function onDisk(page: Page): Promise<string> {
  return page.evaluate<string>(reader)
}
