import { createEffect, createMemo, onCleanup } from 'solid-js'
import { fetchRinging } from '../call/call-place.tsx'
import type { Line } from '../call/line.ts'
import { Survey } from './later-parts.ts'
import type { Room } from './room.ts'
import { whenIdle } from './when-idle.ts'

// Whoever is with an operator and has no call is in a chat: a call that was announced has begun by then.
const chatAfterMs = 3_000

/**
 * Fetches what a visit has at its end or between calls, so that it is there even if the network is not: as soon as
 * the call is seen, or the conversation turns out to be a chat.
 */
export function fetchTheRest(line: Line, room: Room): void {
  const isChat = createMemo(() => room.timeline().state === 'active' && !room.timeline().call)
  createEffect(() => {
    if (!line.isSettled() && !isChat()) return
    const timer = setTimeout(() => whenIdle(fetchAll), line.isSettled() ? 0 : chatAfterMs)
    onCleanup(() => clearTimeout(timer))
  })
}

function fetchAll(): void {
  fetchRinging()
  Survey.preload()
}
