// Sends what waits, in order and once. A page does it as soon as it can; the worker does it where no page is left
// (Background Sync). Whoever begins holds a lock, so nothing is sent by two at a time.

import { EdgeError, request } from '../platform/request.ts'
import { type OutboxEntry, requestFor } from './intent.ts'
import { createOutboxStore, type OutboxStore, type Waiting } from './outbox-store.ts'

/** The tag of Background Sync, and the name of the lock and the channel. */
export const outboxName = 'visavis.outbox'

export type OutboxWord = { say: 'changed' } | { say: 'sent'; id: string }

export interface Flush {
  post?(entry: OutboxEntry): Promise<unknown>
  onSent?(entry: OutboxEntry, answer: unknown): void
  locks?: Pick<LockManager, 'request'> | undefined
}

/** `later`: something is left that a later attempt may send. */
export async function flushOutbox(store: OutboxStore, flush: Flush = {}): Promise<'done' | 'later'> {
  const { locks = globalThis.navigator?.locks } = flush
  // Plain http has no locks, and no worker either.
  if (!locks) return sendAll(store, flush)
  return locks.request(outboxName, () => sendAll(store, flush))
}

/** For the worker: opens the outbox, sends, and closes it. Throws where Background Sync is to come again. */
export async function flushInBackground(): Promise<void> {
  const store = createOutboxStore()
  try {
    if ((await flushOutbox(store)) === 'later') throw new Error('The outbox is not empty yet.')
  } finally {
    store.close()
  }
}

async function sendAll(store: OutboxStore, flush: Flush): Promise<'done' | 'later'> {
  for (;;) {
    const waiting = (await store.read()).filter(({ refused }) => refused === null)
    if (waiting.length === 0) return 'done'
    for (const one of waiting) if ((await send(store, one, flush)) === 'later') return 'later'
  }
}

async function send(store: OutboxStore, waiting: Waiting, flush: Flush): Promise<'done' | 'later'> {
  // Somebody may have thought better of it while the others were sent.
  if (!(await store.has(waiting.place))) return 'done'
  const { post = postEntry, onSent } = flush
  try {
    const answer = await post(waiting)
    await store.remove(waiting.place)
    tell({ say: 'sent', id: waiting.id })
    onSent?.(waiting, answer)
  } catch (cause) {
    if (mayPass(cause)) return 'later'
    await store.refuse(waiting, (cause as EdgeError).code)
    tell({ say: 'changed' })
  }
  return 'done'
}

function postEntry(entry: OutboxEntry): Promise<unknown> {
  const { method, path, body } = requestFor(entry)
  return request(method, path, body, { key: entry.id })
}

// "Too many" and a broken edge pass, and so does a session that ran out: whoever signs in again goes on.
function mayPass(cause: unknown): boolean {
  if (!(cause instanceof EdgeError)) return true
  return cause.status === 0 || cause.status === 401 || cause.status === 429 || cause.status >= 500
}

export function tell(word: OutboxWord): void {
  if (typeof BroadcastChannel !== 'function') return
  const channel = new BroadcastChannel(outboxName)
  channel.postMessage(word)
  channel.close()
}
