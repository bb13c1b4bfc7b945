import { type AnyEvent, type EventType, parseEvent } from '../../edge/domain/events.ts'
import type { Signal } from '../../edge/domain/wire.ts'
import { onNetworkIsBack } from './network-is-back.ts'
import { makeFrameReader, type StreamFrame } from './stream-frames.ts'

export interface StreamHandlers {
  /** The types of events that there are for this reader; others are passed over. */
  types: readonly EventType[]
  event(event: AnyEvent): void
  signal?(signal: Signal): void
  state(state: 'connecting' | 'open' | 'offline'): void
  /** How a stream is asked for; `fetch` unless told. */
  get?: (address: string, init: RequestInit) => Promise<Response>
  /** Something came, were it only a heartbeat. */
  heard?(): void
  /** The edge said no for good (signed out, gone): the stream has ended and does not come back by itself. */
  refused?(status: number): void
}

// The edge sends at least a heartbeat every 15 s.
const silenceMs = 40_000
// After less than that we would reconnect on every look at the page, after more a woken phone stays behind.
const staleMs = 20_000
const longestPauseMs = 15_000
const forGood = [401, 403, 404, 409, 410]

/** Follows an event stream from `after` on, through any number of connections. Returns its end. */
export function makeEventStream(path: string, after: number, on: StreamHandlers): () => void {
  let last = after
  let failures = 0
  let heardAt = Date.now()
  let connection = new AbortController()
  let pause: ReturnType<typeof setTimeout> | undefined
  let silence: ReturnType<typeof setTimeout> | undefined

  async function connect() {
    stop()
    const mine = new AbortController()
    connection = mine
    // In an outage each attempt would make the screen flicker.
    if (failures === 0) on.state('connecting')
    const status = await follow(mine).catch(() => 0)
    if (mine.signal.aborted) return
    stop()
    if (forGood.includes(status)) return on.refused?.(status)
    waitAndConnect()
  }

  /** Resolves with the status when the connection is over. */
  async function follow(mine: AbortController): Promise<number> {
    listenForSilence(mine)
    const response = await (on.get ?? fetch)(`${path}?after=${last}`, {
      headers: { accept: 'text/event-stream' },
      cache: 'no-store',
      signal: mine.signal,
    })
    if (!response.ok || !response.body) return response.status
    on.state('open')
    const read = makeFrameReader((frame) => !mine.signal.aborted && take(frame))
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      failures = 0
      on.heard?.()
      listenForSilence(mine)
      read(part.value)
    }
    return response.status
  }

  function take(frame: StreamFrame) {
    if (frame.event === 'bye') return void connect()
    const value = readJson(frame.data)
    if (value === undefined) return
    if (frame.event === 'signal') return on.signal?.(value as Signal)
    const event = parseEvent(value, on.types)
    if (!event || event.seq <= last) return
    last = event.seq
    on.event(event)
  }

  function listenForSilence(mine: AbortController) {
    // What still arrives after the end must not set the clock going again.
    if (mine.signal.aborted) return
    heardAt = Date.now()
    clearTimeout(silence)
    silence = setTimeout(() => !mine.signal.aborted && connect(), silenceMs)
  }

  function waitAndConnect() {
    if (failures > 0) on.state('offline')
    pause = setTimeout(connect, pauseAfter(failures++))
  }

  // A phone that wakes up, or finds its network again, should not sit out a pause or wait for silence.
  function hurry() {
    const behind = pause !== undefined || Date.now() - heardAt > staleMs
    if (behind && document.visibilityState === 'visible') void connect()
  }

  function stop() {
    connection.abort()
    clearTimeout(pause)
    clearTimeout(silence)
    pause = undefined
  }

  // The browser may be wrong about it, as on a server of one's own machine: only a new connection can tell.
  const check = () => void connect()

  // Somebody found the network back. The connection of before may hang in the dead one for minutes.
  const stopListening = onNetworkIsBack(check)

  addEventListener('online', hurry)
  addEventListener('offline', check)
  document.addEventListener('visibilitychange', hurry)
  void connect()
  return () => {
    stopListening()
    removeEventListener('online', hurry)
    removeEventListener('offline', check)
    document.removeEventListener('visibilitychange', hurry)
    stop()
  }
}

// Jitter keeps a thousand browsers from coming back in the same second after an outage.
function pauseAfter(failures: number): number {
  return Math.min(longestPauseMs, 500 * 2 ** failures) * (0.5 + Math.random() / 2)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
