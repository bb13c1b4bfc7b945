// Messages on their way: in order, and exactly once by the key that each carries from its first attempt on.

import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { AnyEvent } from '../../edge/domain/events.ts'
import { randomId } from '../platform/random-id.ts'
import { EdgeError } from '../platform/request.ts'
import { type KeptMessages, keepNothing, type PendingMessage } from './kept-messages.ts'

export type { PendingMessage } from './kept-messages.ts'

export interface Sender {
  /** Oldest first; a message leaves the list when `settle` was given its event. */
  pending: Accessor<readonly PendingMessage[]>
  send(text: string): void
  retry(messageId: string): void
  /** To be given what the stream brings, so that a message is never shown twice. */
  settle(events: readonly AnyEvent[]): void
}

export interface SenderOptions {
  post(text: string, key: string): Promise<unknown>
  /** Where unsent messages outlive a reload: `keepMessagesIn(sessionStorage, …)`. */
  kept?: KeptMessages
  /** Milliseconds from the failure of an attempt to the next. */
  pauseAfter?(failures: number): number
}

export function createSender(options: SenderOptions): Sender {
  const kept = options.kept ?? keepNothing
  const [pending, setPending] = createSignal<readonly PendingMessage[]>(kept.read().map(asSending))
  const pauseAfter = options.pauseAfter ?? backOff
  let failures = 0
  let running = false
  let pause: ReturnType<typeof setTimeout> | undefined

  function put(messages: readonly PendingMessage[]) {
    setPending(messages)
    kept.write(messages)
  }

  async function run() {
    clearTimeout(pause)
    if (running) return
    running = true
    for (let next = pending().find(isUnsent); next; next = pending().find(isUnsent)) {
      const status = await attempt(next)
      put(withOutcome(pending(), next.messageId, status))
      if (status === 'failed') break
    }
    running = false
  }

  async function attempt({ messageId, text }: PendingMessage): Promise<PendingMessage['status']> {
    try {
      await options.post(text, messageId)
      failures = 0
      return 'sent'
    } catch (cause) {
      if (!isOutage(cause)) return 'refused'
      pause = setTimeout(run, pauseAfter(failures++))
      return 'failed'
    }
  }

  addEventListener('online', run)
  onCleanup(() => {
    removeEventListener('online', run)
    clearTimeout(pause)
  })
  void run()

  return {
    pending,
    send(text) {
      put([...pending(), { messageId: randomId(), text, at: Date.now(), status: 'sending' }])
      void run()
    },
    retry(messageId) {
      put(asTriedAgain(pending(), messageId))
      void run()
    },
    settle(events) {
      const ids = new Set(events.map((event) => event.type === 'message.posted' && event.data.messageId))
      if (pending().some((message) => ids.has(message.messageId))) {
        put(pending().filter((message) => !ids.has(message.messageId)))
      }
    },
  }
}

/** An outage is everybody's: what waits behind the failed message has not been sent either. */
function withOutcome(
  messages: readonly PendingMessage[],
  messageId: string,
  status: PendingMessage['status'],
) {
  const others = status === 'failed' ? 'failed' : 'sending'
  return messages.map((message): PendingMessage => {
    if (message.messageId === messageId) return { ...message, status }
    return isUnsent(message) ? { ...message, status: others } : message
  })
}

/** A refused message gets a new key and a new place: its old key would be answered with the same no. */
function asTriedAgain(messages: readonly PendingMessage[], messageId: string): PendingMessage[] {
  const refused = messages.find((message) => message.messageId === messageId && message.status === 'refused')
  const others = messages.filter((message) => message !== refused)
  const waiting = others.map((message) => (message.status === 'failed' ? asSending(message) : message))
  return refused ? [...waiting, { ...asSending(refused), messageId: randomId(), at: Date.now() }] : waiting
}

function asSending(message: PendingMessage): PendingMessage {
  return { ...message, status: 'sending' }
}

function isUnsent({ status }: PendingMessage): boolean {
  return status === 'sending' || status === 'failed'
}

// "Too many" and a broken edge pass; any other answer would be the same the next time.
function isOutage(cause: unknown): boolean {
  return !(cause instanceof EdgeError) || cause.status === 0 || cause.status === 429 || cause.status >= 500
}

function backOff(failures: number): number {
  return Math.min(15_000, 1_000 * 2 ** failures) * (0.5 + Math.random() / 2)
}
