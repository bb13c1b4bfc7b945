// Browsers say little about their network, and late. What there is to know is gathered here: connections that look
// alive may be dead after any of it, and what waits need wait no longer.

import { networkIsBack } from './network-is-back.ts'

const tickMs = 1_000
const sleptMs = 3_000

/**
 * `changed`: the network is back, or another one. `doubtful`: it may be, because the browser thinks otherwise of it
 * now, somebody looks at the page again, or we slept.
 */
export type NetworkNews = 'changed' | 'doubtful'

export function watchNetwork(tell: (news: NetworkNews) => void): () => void {
  const { connection } = navigator as { connection?: EventTarget }
  const changed = () => tell('changed')
  const doubtful = () => tell('doubtful')
  const seen = () => document.visibilityState === 'visible' && doubtful()
  let tickedAt = Date.now()
  // A closed lid stops a page without a word; afterwards its clock is seen to have jumped.
  const timer = setInterval(() => {
    const slept = Date.now() - tickedAt > sleptMs
    tickedAt = Date.now()
    if (slept) doubtful()
  }, tickMs)
  addEventListener('online', changed)
  addEventListener('pageshow', doubtful)
  document.addEventListener('visibilitychange', seen)
  connection?.addEventListener('change', doubtful)
  return () => {
    clearInterval(timer)
    removeEventListener('online', changed)
    removeEventListener('pageshow', doubtful)
    document.removeEventListener('visibilitychange', seen)
    connection?.removeEventListener('change', doubtful)
  }
}

/** Tells every tab that the network was away and is back: whoever saw it first spares the others their patience. */
export function tellNetworkIsBack(): void {
  if (typeof BroadcastChannel !== 'function') return void dispatchEvent(new Event(networkIsBack))
  const channel = new BroadcastChannel(networkIsBack)
  channel.postMessage(null)
  channel.close()
}
