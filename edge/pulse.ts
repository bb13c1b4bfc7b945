// What runs by itself: the courier after each commit, the clock each second.
// One round at a time; a failed round is told to the log and the next one tries again.

import { deliverSms, type SmsSender } from './actions/deliver-sms.ts'
import { isAnythingOverdue, lapseOverdue } from './actions/lapse-overdue.ts'
import { type Edge, strangerContext } from './routes/edge.ts'

/** Returns the end of it, which waits for the round under way. */
export function startPulse(edge: Edge, sender: SmsSender, everyMs = 1_000): () => Promise<void> {
  let round: Promise<void> | null = null
  let again = false
  const beat = () => {
    if (round) {
      again = true
      return
    }
    round = runRound(edge, sender).finally(() => {
      round = null
      if (again && !edge.closing.aborted) beat()
      again = false
    })
  }
  const timer = setInterval(beat, everyMs)
  const unsubscribe = edge.bus.subscribe(null, (signal) => {
    if (!signal) beat()
  })
  beat()
  return async () => {
    clearInterval(timer)
    unsubscribe()
    await round
  }
}

async function runRound(edge: Edge, sender: SmsSender): Promise<void> {
  try {
    const clock = strangerContext(edge, { kind: 'clock' })
    if (await isAnythingOverdue(clock)) await lapseOverdue(clock)
    await deliverSms(strangerContext(edge, { kind: 'edge' }), sender)
  } catch (error) {
    edge.log({
      level: 'error',
      what: 'pulse',
      cause: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
}
