// A place on the device's disk with files of its own. A browser keeps all databases of an origin in the same files: where
// they are damaged it gives up every one of them, the small that cannot be had again with the large that can.

interface Buckets {
  open(name: string, options: object): Promise<{ indexedDB: IDBFactory }>
}

/** Where a browser has no such places, everybody's (https://wicg.github.io/storage-buckets/). */
export async function ownRoom(name: string): Promise<IDBFactory> {
  const { storageBuckets } = navigator as { storageBuckets?: Buckets }
  // What is written is on the disk before it counts as written, and is the last to be cleared for want of room.
  const wish = { durability: 'strict', persisted: true }
  const bucket = await storageBuckets?.open(name, wish).catch(() => undefined)
  return bucket?.indexedDB ?? indexedDB
}
