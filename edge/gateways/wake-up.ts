// The wake-up bus says "look again" to event streams, and carries signs too momentary to store.
// Losing a wake-up costs seconds, never an event: streams also look by themselves.

import type { Signal } from '../domain/wire.ts'

export interface WakeUpBus {
  /** Something was committed for this conversation, or for the team where it is `null`. */
  wake(conversationId: string | null): void
  signal(signal: Signal): void
  /** Returns the end of the subscription. `null` listens to everything. */
  subscribe(conversationId: string | null, listener: Listener): () => void
  /** Everybody looks again: something may have been missed. */
  wakeAll(): void
  /** `alone`: there are no other instances. `polling`: they are not heard now, and found by looking. */
  state(): 'alone' | 'connected' | 'polling'
}

/** Called without a signal for a wake-up; `about` is what was committed for, `null` for the team or whatever was missed. */
export type Listener = (signal?: Signal, about?: string | null) => void

/** The bus of a single process. */
export function createWakeUpBus(): WakeUpBus {
  const listeners = new Map<string | null, Set<Listener>>()
  const reach = (topic: string | null, about: string | null, signal?: Signal) => {
    for (const listener of listeners.get(topic) ?? []) listener(signal, about)
  }
  const publish = (conversationId: string | null, signal?: Signal) => {
    if (conversationId !== null) reach(conversationId, conversationId, signal)
    reach(null, conversationId, signal)
  }
  return {
    wakeAll: () => {
      for (const among of listeners.values()) for (const listener of among) listener(undefined, null)
    },
    state: () => 'alone',
    wake: (conversationId) => publish(conversationId),
    signal: (signal) => publish(signal.conversationId, signal),
    subscribe(conversationId, listener) {
      const among = listeners.get(conversationId) ?? new Set()
      listeners.set(conversationId, among.add(listener))
      return () => {
        among.delete(listener)
        if (among.size === 0) listeners.delete(conversationId)
      }
    },
  }
}
