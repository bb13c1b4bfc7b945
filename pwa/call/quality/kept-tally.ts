import { nothingYet, type Tally } from './tally.ts'

const name = 'visavis.call'

// In the tab's own storage: it outlives a reload of the page, and nothing else.
/** What this tab has counted of the call so far. */
export function keptTally(callId: string): Tally {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? 'null') as { callId: string; tally: Tally } | null
    return kept?.callId === callId ? { ...nothingYet, ...kept.tally } : nothingYet
  } catch {
    return nothingYet
  }
}

export function keepTally(callId: string, tally: Tally): void {
  try {
    sessionStorage.setItem(name, JSON.stringify({ callId, tally }))
  } catch {
    // Storage that is blocked: after a reload the count begins anew.
  }
}
