// What runs by itself: the clock each second, the courier after each commit.

import { deliverPush, takeDuePushes } from './actions/deliver-push.ts'
import { deliverSms, type SmsSender } from './actions/deliver-sms.ts'
import { isAnythingOverdue, lapseOverdue } from './actions/lapse-overdue.ts'
import { createShift } from './actions/take-shift.ts'
import { tendUploads } from './actions/tend-uploads.ts'
import type { PushGateway } from './gateways/push.ts'
import { type Edge, strangerContext, withFiles } from './routes/edge.ts'

export interface Gateways {
  sms: SmsSender
  push: PushGateway
}

/** Returns the end of it, which waits for what is under way. */
export function startPulse(edge: Edge, gateways: Gateways, everyMs = 1_000): () => Promise<void> {
  const clock = strangerContext(edge, { kind: 'clock' })
  const courier = strangerContext(edge, { kind: 'edge' })
  const flights = makeFlights(edge)
  // Apart from each other: a Twilio that takes its time must not keep a ring from moving on.
  const shift = createShift(clock, edge.instance)
  const couriers = [
    makeRounds(edge, () => deliverSms(courier, gateways.sms)),
    makeRounds(edge, async () => {
      if (flights.areMany()) return
      for (const push of await takeDuePushes(courier)) flights.take(deliverPush(courier, gateways.push, push))
    }),
  ]
  const rounds = [
    makeRounds(edge, async () => {
      if ((await shift.isOurs()) && (await isAnythingOverdue(clock))) await lapseOverdue(clock)
    }),
    ...couriers,
    makeRounds(
      edge,
      async () => {
        if (await shift.isOurs()) await tendUploads(withFiles(edge, clock))
      },
      bucketRestMs,
    ),
  ]
  const beat = () => {
    for (const { begin } of rounds) begin()
  }
  const timer = setInterval(beat, everyMs)
  // What is overdue becomes so by the time alone; what is to be sent is ordered by a commit.
  const errand = makePaced(() => {
    for (const { begin } of couriers) begin()
  }, errandMs)
  const unsubscribe = edge.bus.subscribe(null, (signal) => {
    if (!signal) errand.ask()
  })
  beat()
  return async () => {
    clearInterval(timer)
    unsubscribe()
    errand.end()
    await Promise.all(rounds.map(({ over }) => over()))
    await flights.landed()
    // Last: whoever takes over must not meet our own round.
    await shift.giveBack()
  }
}

/** Whatever is committed within this asks the couriers once. */
const errandMs = 50

/** A bucket that is out is asked again after this: it need not be told each second. */
const bucketRestMs = 15_000

/** One round at a time; one that fails is told to the log, and the next one tries again, after `restMs` at the least. */
function makeRounds(edge: Edge, run: () => Promise<void>, restMs = 0) {
  let round: Promise<void> | null = null
  let again = false
  let ended = false
  let restUntil = 0
  const begin = () => {
    if (ended || performance.now() < restUntil) return
    again = round !== null
    round ??= run()
      .catch((error) => {
        restUntil = performance.now() + restMs
        tell(edge, error)
      })
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

/** At once where nobody asked for `paceMs`, or else as soon as they have passed: then once for all who asked meanwhile. */
function makePaced(run: () => void, paceMs: number) {
  let timer: ReturnType<typeof setTimeout> | null = null
  let askedAgain = false
  const begin = () => {
    askedAgain = false
    run()
    timer = setTimeout(() => {
      timer = null
      if (askedAgain) begin()
    }, paceMs)
  }
  const ask = () => {
    if (timer) askedAgain = true
    else begin()
  }
  return { ask, end: () => clearTimeout(timer ?? undefined) }
}

const flightLimit = 200

/** Each push by itself: a service that hangs must not hold the rings that go to another. */
function makeFlights(edge: Edge) {
  const under = new Set<Promise<void>>()
  const take = (work: Promise<void>) => {
    const flight = work.catch((error) => tell(edge, error)).finally(() => under.delete(flight))
    under.add(flight)
  }
  const landed = async () => {
    await Promise.all(under)
  }
  return { take, landed, areMany: () => under.size >= flightLimit }
}

function tell(edge: Edge, error: unknown): void {
  edge.log({ level: 'error', what: 'pulse', cause: causeOf(error) })
}

function causeOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
