const relayed = ['OFFER', 'ANSWER', 'CANDIDATE', 'LEAVE'] as const
type RelayedType = (typeof relayed)[number]

/** What a PeerJS client may say. OPEN, EXPIRE, ERROR and ID-TAKEN are the broker's own words. */
export type PeerMessage =
  | { type: 'HEARTBEAT' }
  | { type: 'LEAVE'; dst: string }
  | { type: Exclude<RelayedType, 'LEAVE'>; dst: string; payload: object }

// PeerJS nests four levels. JSON.stringify throws on some thousands, and `peer` would then hang up
// on the receiver, who did nothing wrong.
const deepest = 16

/** The message in a frame, rebuilt from the fields we know, or `null`; a `src` in it is not read at all. */
export function parseMessage(text: string): PeerMessage | null {
  const raw = readJson(text)
  if (!isRecord(raw)) return null
  if (raw.type === 'HEARTBEAT') return { type: 'HEARTBEAT' }
  const type = relayed.find((known) => known === raw.type)
  if (!type || typeof raw.dst !== 'string' || raw.dst === '') return null
  if (type === 'LEAVE') return { type, dst: raw.dst }
  if (!isRecord(raw.payload) || !isWithin(raw.payload, deepest)) return null
  return { type, dst: raw.dst, payload: raw.payload }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((inner) => isWithin(inner, levels - 1))
}
