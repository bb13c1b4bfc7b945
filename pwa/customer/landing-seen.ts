import type { Visit } from '../../edge/domain/wire.ts'

const keyOf = (visit: Visit) => `landed ${visit.conversationId}`

/** Whoever reloads in the middle of a conversation goes straight back to it. */
export function hasSeenLanding(visit: Visit): boolean {
  if (visit.state !== 'waiting' && visit.state !== 'offered') return true
  try {
    return sessionStorage.getItem(keyOf(visit)) !== null
  } catch {
    return false
  }
}

export function keepLandingSeen(visit: Visit): void {
  try {
    sessionStorage.setItem(keyOf(visit), '')
  } catch {}
}
