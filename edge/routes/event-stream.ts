// The event stream: what was committed after a position, in order, for as long as the reader listens.
// A stream begins with what it reads for itself, and goes on with what the tail of the log (log-tail.ts) read for all.

import { streamSSE } from 'hono/streaming'
import type { AnyEvent } from '../domain/events.ts'
import type { Signal } from '../domain/wire.ts'
import type { Batch } from '../views/stream.ts'
import type { Edge, Request } from './edge.ts'
import type { Reader } from './followers.ts'

export const heartbeatMs = 15_000
const slowLookMs = 3_000

export interface Source extends Reader {
  side: 'operator' | 'customer'
  /** The one conversation whose signs are heard; `null` for whoever may hear those of several. */
  topic: string | null
  after: number
  /** What is after a position; `sees` asks the same of each event. */
  read(after: number): Promise<Batch>
  /** What this reader may see of an event. */
  show(event: AnyEvent): AnyEvent | null
  hears(signal: Signal): Promise<boolean> | boolean
  /** A sign of how things stand, looked up when they may have moved and told when it has changed. */
  sign?(): Promise<Signal | null>
  /** Asked before anything is shown, and at every heartbeat: a session that ended must not go on listening. */
  stillAllowed(): Promise<boolean>
}

/** The position to go on from: what a reconnecting browser says, or the page's own. Anything else is the start. */
export function positionOf(request: Request): number {
  const text = request.req.header('last-event-id') ?? request.req.query('after') ?? '0'
  const position = Number(text)
  return Number.isSafeInteger(position) && position >= 0 ? position : 0
}

/**
 * A proxy may keep an answer until it is over. Its reader asks with `wait`, and gets the same frames in answers that end
 * with the first news, or else with what would be the heartbeat; the "bye" at the end brings it back at once.
 */
const waits = (request: Request): boolean => request.req.query('wait') !== undefined

export function streamEvents(edge: Edge, request: Request, source: Source): Response {
  request.header('x-accel-buffering', 'no')
  // Nobody reads, and so nobody leaves, a stream that was asked for its head alone.
  if (request.req.method === 'HEAD') return request.body(null)
  const response = streamSSE(request, async (stream) => {
    const alarm = makeAlarm()
    const signals: Signal[] = []
    const unfollow = edge.tail.follow(source, alarm.ring)
    const unsubscribe = edge.bus.subscribe(source.topic, (signal) => {
      // Wake-ups are the tail's: it rings for what this reader sees.
      if (!signal) return
      signals.push(signal)
      alarm.ring()
    })
    stream.onAbort(alarm.ring)
    edge.closing.addEventListener('abort', alarm.ring)
    edge.metrics.stream(source.side, 1)
    let after = source.after
    let beatAt = edge.clock()
    const untilBeat = () => Math.min(heartbeatMs, Math.max(0, beatAt + heartbeatMs - edge.clock()))
    let lastSign = 'null'
    let isLive = false
    let isNews = false
    let looks = 0
    try {
      await stream.write(': ready\n\n')
      while (!stream.aborted && !edge.closing.aborted) {
        const told: Batch | null = isLive ? edge.tail.after(after, source.sees) : null
        const batch: Batch = told ?? (await source.read(after))
        if (batch.events.length > 0 && !(await source.stillAllowed())) return
        for (const event of batch.events) {
          const shown = source.show(event)
          if (shown) await stream.write(frameOf(shown))
          isNews ||= shown !== null
        }
        const full: boolean = !told && batch.events.length > 0 && batch.upTo === batch.events.at(-1)?.seq
        after = batch.upTo
        isLive ||= !full
        for (const signal of signals.splice(0)) {
          if (!(await source.hears(signal))) continue
          await stream.writeSSE({ event: 'signal', data: JSON.stringify(signal) })
          isNews = true
        }
        // Others move a place in the queue; that there is one at all is this reader's own news, and no message's.
        if (
          looks === 0 ||
          lastSign !== 'null' ||
          batch.events.some(({ type }) => type !== 'message.posted')
        ) {
          const sign = JSON.stringify((await source.sign?.()) ?? null)
          if (sign !== lastSign && sign !== 'null') await stream.writeSSE({ event: 'signal', data: sign })
          // How things stand is told in each answer, and is news only when it changes.
          isNews ||= sign !== lastSign && looks > 0
          lastSign = sign
        }
        looks++
        if (edge.clock() - beatAt >= heartbeatMs) {
          beatAt = edge.clock()
          if (!(await source.stillAllowed())) return
          await stream.write(': beat\n\n')
          isNews = true
        }
        if (isNews && !full && waits(request)) break
        if (!full) await alarm.wait(lastSign === 'null' ? untilBeat() : slowLookMs)
      }
      if (!stream.aborted) await stream.writeSSE({ event: 'bye', data: '' })
    } catch (error) {
      // Inside the stream nobody else would see it, and Hono would send its text to the browser.
      if (!stream.aborted)
        edge.log({
          level: 'error',
          what: 'event stream',
          requestId: request.get('requestId'),
          cause: String(error),
        })
    } finally {
      unfollow()
      edge.metrics.stream(source.side, -1)
      unsubscribe()
      edge.closing.removeEventListener('abort', alarm.ring)
    }
  })
  // Hono's own word is "no-cache", which lets a cache keep it.
  response.headers.set('cache-control', 'no-store')
  return response
}

/** Of what is told to many, the bytes are made once. */
const frames = new WeakMap<AnyEvent, Uint8Array>()
const encoder = new TextEncoder()

function frameOf(event: AnyEvent): Uint8Array {
  const known = frames.get(event)
  if (known) return known
  const frame = encoder.encode(`data: ${JSON.stringify(event)}\nid: ${event.seq}\n\n`)
  frames.set(event, frame)
  return frame
}

/** Wakes one waiter; a ring while nobody waits is kept for the next. */
function makeAlarm() {
  let rung = false
  let wake: (() => void) | null = null
  const ring = () => {
    rung = true
    wake?.()
  }
  const wait = async (ms: number) => {
    if (!rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    rung = false
    wake = null
  }
  return { ring, wait }
}
