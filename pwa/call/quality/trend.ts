import type { Sample, Way } from './sample.ts'

/** What went on between two samples. Shares are from 0 to 1. */
export interface Trend {
  seconds: number
  incoming: Flow & {
    /** Of the sound that was heard, what had to be made up. */
    concealed: number
    fps: number
    freezes: number
    /** Of the time, how long the picture stood still. */
    frozen: number
  }
  outgoing: Flow & {
    /** Kbit/s that there are for the picture; `null` where the browser does not tell. */
    roomKbps: number | null
    /** Whether the picture gets all that it asks for. */
    isSated: boolean
    fps: number
  }
  roundTripMs: number | null
  way: Way | null
}

interface Flow {
  kbps: number
  packets: number
  lost: number
  /** Of the packets. */
  loss: number
  height: number
}

/** `null` where the counts went back: it is another connection. */
export function trendOf(before: Sample, now: Sample): Trend | null {
  const seconds = (now.at - before.at) / 1000
  if (seconds <= 0 || now.incoming.bytes < before.incoming.bytes) return null
  const incoming = since(before.incoming, now.incoming)
  const outgoing = since(before.outgoing, now.outgoing)
  return {
    seconds,
    incoming: {
      ...flow(incoming, seconds, incoming.packets + incoming.lost),
      height: now.incoming.height,
      concealed: share(incoming.concealed, incoming.heard),
      fps: incoming.frames / seconds,
      freezes: incoming.freezes,
      frozen: share(incoming.frozenMs, seconds * 1000),
    },
    outgoing: {
      ...flow(outgoing, seconds, outgoing.packets),
      height: now.outgoing.height,
      roomKbps: roomFor(now.outgoing),
      isSated: now.outgoing.allottedKbps === null,
      fps: outgoing.frames / seconds,
    },
    roundTripMs: now.roundTripMs,
    way: now.way,
  }
}

function flow(
  { bytes, packets, lost }: Record<'bytes' | 'packets' | 'lost', number>,
  seconds: number,
  of: number,
) {
  return { kbps: (bytes * 8) / 1000 / seconds, packets, lost, loss: share(lost, of) }
}

/** What the sound takes of the way, in kbit/s. */
const soundKbps = 40

function roomFor({ availableKbps, allottedKbps }: Sample['outgoing']): number | null {
  const rooms = [availableKbps === null ? null : Math.max(0, availableKbps - soundKbps), allottedKbps]
  const known = rooms.filter((room) => room !== null)
  return known.length > 0 ? Math.min(...known) : null
}

type Counts<T> = { [K in keyof T]: number }

function since<T extends object>(before: T, now: T): Counts<T> {
  const names = Object.keys(now) as (keyof T)[]
  const grown = (name: keyof T) => Math.max(0, Number(now[name]) - Number(before[name]))
  return Object.fromEntries(names.map((name) => [name, grown(name)])) as Counts<T>
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0
}
