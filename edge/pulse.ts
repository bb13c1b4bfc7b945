// What runs by itself: the clock each second, the courier after each commit.

import { deliverSms, type SmsSender } from './actions/deliver-sms.ts'
import { isAnythingOverdue, lapseOverdue } from './actions/lapse-overdue.ts'
import { createShift } from './actions/take-shift.ts'
import { tendUploads } from './actions/tend-uploads.ts'
import { type Edge, strangerContext, withFiles } from './routes/edge.ts'

/** Returns the end of it, which waits for the rounds under way. */
export function startPulse(edge: Edge, sender: SmsSender, everyMs = 1_000): () => Promise<void> {
  const clock = strangerContext(edge, { kind: 'clock' })
  const courier = strangerContext(edge, { kind: 'edge' })
  // Apart from each other: a Twilio that takes its time must not keep a ring from moving on.
  const shift = createShift(clock, edge.instance)
  const rounds = [
    makeRounds(edge, async () => {
      if ((await shift.isOurs()) && (await isAnythingOverdue(clock))) await lapseOverdue(clock)
    }),
    makeRounds(edge, () => deliverSms(courier, sender)),
    makeRounds(edge, () => tendUploads(withFiles(edge, clock))),
  ]
  const beat = () => {
    for (const { begin } of rounds) begin()
  }
  const timer = setInterval(beat, everyMs)
  const unsubscribe = edge.bus.subscribe(null, (signal) => {
    if (!signal) beat()
  })
  beat()
  return async () => {
    clearInterval(timer)
    unsubscribe()
    await Promise.all(rounds.map(({ over }) => over()))
    // Last: whoever takes over must not meet our own round.
    await shift.giveBack()
  }
}

/** One round at a time; one that fails is told to the log, and the next one tries again. */
function makeRounds(edge: Edge, run: () => Promise<void>) {
  let round: Promise<void> | null = null
  let again = false
  let ended = false
  const begin = () => {
    if (ended) return
    again = round !== null
    round ??= run()
      .catch((error) => edge.log({ level: 'error', what: 'pulse', cause: causeOf(error) }))
      .finally(() => {
        round = null
        if (again && !edge.closing.aborted) begin()
      })
  }
  /** Resolves when the round under way is over; none begins after it. */
  const over = async () => {
    ended = true
    await round
  }
  return { begin, over }
}

function causeOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
