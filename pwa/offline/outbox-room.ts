import { ownRoom } from './own-room.ts'
import { openShelves } from './shelves.ts'

export const outboxDatabase = 'visavis.outbox'
export const outboxShelves = ['keys', 'entries']

/** Where the unsent lies. What an older version left in everybody's room moves in. */
export async function outboxRoom(): Promise<IDBFactory> {
  const room = await ownRoom('visavis-outbox')
  if (room !== indexedDB) await moveIn(room).catch(() => {})
  return room
}

async function moveIn(room: IDBFactory): Promise<void> {
  const isThere = (await indexedDB.databases()).some(({ name }) => name === outboxDatabase)
  if (!isThere) return
  const old = openShelves(outboxDatabase, outboxShelves)
  const own = openShelves(outboxDatabase, outboxShelves, async () => room)
  const [keys, entries] = [own.shelf('keys'), own.shelf('entries')]
  if ((await keys.places()).length === 0)
    for (const [place, key] of await old.shelf('keys').entries()) await keys.put(place, key)
  for (const [, entry] of await old.shelf('entries').entries()) await entries.append(entry)
  own.close()
  await old.destroy()
}
