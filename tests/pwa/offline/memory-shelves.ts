import type { Place, Shelf, Shelves } from '../../../pwa/offline/shelves.ts'

/** Shelves that outlive a page as a disk does, copy what is put, and may be full or damaged. */
export interface MemoryShelves extends Shelves {
  full: boolean
  damage(name: string): void
}

export function memoryShelves(): MemoryShelves {
  const all = new Map<string, Map<Place, unknown>>()
  let last = 0
  const shelvesOf = (name: string) => {
    const found = all.get(name) ?? new Map<Place, unknown>()
    all.set(name, found)
    return found
  }
  const made: MemoryShelves = {
    full: false,
    damage(name) {
      for (const place of shelvesOf(name).keys())
        shelvesOf(name).set(place, {
          entry: { nonce: new Uint8Array(12), data: new ArrayBuffer(9) },
          refused: null,
        })
    },
    shelf(name): Shelf {
      const rows = shelvesOf(name)
      const put = async (place: Place, value: unknown) => {
        if (made.full) throw new DOMException('no room', 'QuotaExceededError')
        rows.set(place, copied(value))
      }
      return {
        get: async (place) => rows.get(place),
        put,
        async append(value) {
          await put(++last, value)
          return last
        },
        remove: async (place) => void rows.delete(place),
        entries: async () => [...rows].sort(([one], [other]) => (one < other ? -1 : 1)),
        places: async () => [...rows.keys()],
        clear: async () => rows.clear(),
      }
    },
    close() {},
    async destroy() {
      all.clear()
    },
  }
  return made
}

// Node cannot clone a key that a disk of a browser can.
function copied(value: unknown): unknown {
  if (typeof value === 'object' && value && 'key' in value) return value
  return structuredClone(value)
}
