// The wake-up bus of several instances. NATS carries it while it is there; without it the streams' own slow look
// finds everything, a few seconds later. Nothing that matters is ever on the bus alone.

import type { NatsConnection } from '@nats-io/transport-node'
import { isSignal } from '../domain/signals.ts'
import type { Signal } from '../domain/wire.ts'
import { createWakeUpBus, type WakeUpBus } from './wake-up.ts'

export interface NatsBus extends WakeUpBus {
  end(): Promise<void>
}

export interface NatsOptions {
  /** `nats://[user:password@]host:port`, or `nats://token@host`; several, comma-separated, are one cluster. */
  url: string
  /** Instances that share it hear each other: nobody else can guess it. */
  channel: string
  log(line: { level: 'info' | 'warn'; what: string; [fact: string]: unknown }): void
}

interface Word {
  conversationId: string | null
  signal?: Signal
}

const longestPauseMs = 5_000
const handshakeMs = 5_000
/** A NATS that is stuck must not keep a process from ending. */
const partingMs = 1_000

export function createNatsBus({ url, channel, log }: NatsOptions): NatsBus {
  const near = createWakeUpBus()
  const subject = `visavis.${channel}`
  const ended = new AbortController()
  let connection: NatsConnection | null = null

  function publish(word: Word): void {
    // Gone between two breaths: the poll finds what this would have said.
    if (connection?.isClosed() === false) connection.publish(subject, JSON.stringify(word))
  }

  async function stayConnected(): Promise<void> {
    for (let attempt = 0; !ended.signal.aborted; attempt++) {
      try {
        await listen()
        attempt = 0
      } catch (cause) {
        if (attempt === 0) log({ level: 'warn', what: 'bus', state: 'polling', cause: String(cause) })
      }
      await pause(Math.min(longestPauseMs, 250 * 2 ** Math.min(attempt, 6)), ended.signal)
    }
  }

  /** Resolves when a connection that stood has come to its end. */
  async function listen(): Promise<void> {
    const [{ connect }, { hearLateErrors }] = await Promise.all([
      import('@nats-io/transport-node'),
      import('./nats-transport.ts'),
    ])
    hearLateErrors()
    const connecting = connect(optionsOf(url))
    const opened = await inTime(handshakeMs, connecting)
    if (!opened) {
      connecting.then((late) => late.close()).catch(() => {})
      throw new Error('NATS did not answer in time')
    }
    opened.subscribe(subject, { callback: (_, message) => hear(message.string()) })
    // Until NATS has answered, it may not know yet that we listen.
    const stands = await inTime(
      handshakeMs,
      opened.flush().then(() => true),
    )
    if (!stands) {
      opened.close().catch(() => {})
      throw new Error('NATS did not answer in time')
    }
    if (ended.signal.aborted) return opened.close()
    connection = opened
    log({ level: 'info', what: 'bus', state: 'connected' })
    // What was said meanwhile, nobody heard.
    near.wakeAll()
    const cause = await opened.closed()
    connection = null
    if (!ended.signal.aborted)
      log({
        level: 'warn',
        what: 'bus',
        state: 'polling',
        cause: String(cause ?? 'NATS closed the connection'),
      })
  }

  function hear(text: string): void {
    const word = readWord(text)
    if (word?.signal) near.signal(word.signal)
    else if (word) near.wake(word.conversationId)
  }

  const running = stayConnected()
  return {
    wake(conversationId) {
      near.wake(conversationId)
      publish({ conversationId })
    },
    signal(signal) {
      near.signal(signal)
      publish({ conversationId: signal.conversationId, signal })
    },
    subscribe: near.subscribe,
    wakeAll: near.wakeAll,
    state: () => (connection ? 'connected' : 'polling'),
    async end() {
      ended.abort()
      // What was committed last is still to be told.
      await inTime(partingMs, Promise.all([connection?.drain().catch(() => {}), running]))
    },
  }
}

function optionsOf(url: string) {
  const places = url.split(',').map((one) => new URL(one.trim()))
  const [first] = places
  const user = decodeURIComponent(first?.username ?? '')
  const pass = decodeURIComponent(first?.password ?? '')
  return {
    servers: places.map(({ host }) => host),
    // Our own loop connects again: the library gives up for good at wrong credentials.
    reconnect: false,
    timeout: 3_000,
    pingInterval: 10_000,
    maxPingOut: 2,
    noEcho: true,
    name: 'visavis',
    ...(first?.protocol === 'tls:' && { tls: {} }),
    ...(pass ? { user, pass } : user ? { token: user } : {}),
  }
}

function readWord(text: string): Word | null {
  try {
    const { conversationId, signal } = JSON.parse(text) as Record<string, unknown>
    if (signal !== undefined)
      return isSignal(signal) ? { conversationId: signal.conversationId, signal } : null
    return typeof conversationId === 'string' || conversationId === null ? { conversationId } : null
  } catch {
    return null
  }
}

/** `null` when it took longer. */
async function inTime<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(over, ms)
    signal.addEventListener('abort', over)
    function over() {
      clearTimeout(timer)
      signal.removeEventListener('abort', over)
      resolve()
    }
  })
}
