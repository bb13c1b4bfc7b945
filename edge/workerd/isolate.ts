// What the requests of one isolate have in common, and how each of them is answered.

import { createApi } from '../api.ts'
import { makeFirstAdmin } from '../first-admin.ts'
import { createBrokers } from '../gateways/brokers.ts'
import { pushGateway, smsGateway } from '../outside.ts'
import { startPulse } from '../pulse.ts'
import { answerUnavailable } from '../routes/answer-unavailable.ts'
import type { Edge, LogLine } from '../routes/edge.ts'
import { agreeOnClock } from '../store/agreed-clock.ts'
import type { Database } from '../store/database.ts'
import { isUnauthorised, unauthorised } from '../store/failures.ts'
import { createMarks, type Marks } from '../store/remote.ts'
import { ForeignDatabase, type Schema, SchemaTooNew, upgrade } from '../store/upgrade.ts'
import { noNotes } from './isolate-bus.ts'
import { makeEdge, openRemote } from './make-edge.ts'
import type { WorkerConfig } from './worker-config.ts'

/** What the platform hands over with each request. */
export interface Lifetime {
  /** Goes on with this after the answer, also when nobody waits for it any more. */
  waitUntil(work: Promise<unknown>): void
}

export interface Isolate {
  answer(request: Request, lifetime: Lifetime): Promise<Response>
  /** What is overdue, for where no request and no stream comes by. */
  tick(lifetime: Lifetime): void
}

const beatMs = 1_000
/** As often as a house looks at its brokers. */
const lookMs = 3_000
/** A round may make work for the next one; what is left then waits for the next beat. */
const mostRounds = 5

export function createIsolate(config: WorkerConfig, schema: Schema, log: (line: LogLine) => void): Isolate {
  const notes = noNotes()
  const gateways = { sms: smsGateway(config), push: pushGateway(config, config.vapid, log) }
  const brokers = createBrokers(config.brokers, { everyMs: null, log })
  // Of writers that are over. One each, because a mark is of one writer's last commit.
  const idle: Marks[] = []
  let isPrepared = false
  let clock = Date.now
  let beatAt = 0
  let lookedAt = 0

  // Not once for all that wait: what one request waits for, another one cannot. Whoever comes second finds it done.
  async function prepare(database: Database): Promise<void> {
    if (isPrepared) return
    await upgrade(database, schema, async () => {})
    // All instances go by the database's clock. What is kept of it is a number; the platform's own does not drift from it.
    clock = (await agreeOnClock(database, Date.now)).now
    if (config.admin.email && config.admin.password) await makeFirstAdmin(database, config)
    isPrepared = true
  }

  // No timer outlives a request here, so requests look; whoever lost a broker asks for its next ticket again and again.
  function lookAtBrokers(lifetime: Lifetime): void {
    if (Date.now() - lookedAt < lookMs) return
    lookedAt = Date.now()
    lifetime.waitUntil(brokers.look())
  }

  async function open(lifetime: Lifetime) {
    lookAtBrokers(lifetime)
    const marks = idle.pop() ?? createMarks()
    const database = await openRemote(config, marks)
    await prepare(database)
    let isDue = false
    const committed = () => {
      isDue = true
    }
    const meanwhile = () => {
      // An SMS that is on its way is not cut off because the reader of a stream went away.
      if (Date.now() - beatAt >= beatMs) lifetime.waitUntil(beat())
    }
    const edge: Edge = await makeEdge(config, database, { notes, brokers, clock, log, committed, meanwhile })

    async function beat(): Promise<void> {
      beatAt = Date.now()
      await startPulse(edge, gateways)()
    }

    /** Sends what was ordered. */
    async function settle(): Promise<void> {
      for (let left = mostRounds; isDue && left > 0; left--) {
        isDue = false
        await beat()
      }
    }
    return { edge, beat, settle, giveBack: () => void idle.push(marks) }
  }

  async function answer(request: Request, lifetime: Lifetime): Promise<Response> {
    try {
      const { edge, settle, giveBack } = await open(lifetime)
      const response = await createApi(edge).fetch(request)
      const lasts = response.headers.get('content-type')?.startsWith('text/event-stream')
      if (!lasts) lifetime.waitUntil(settle().then(giveBack))
      return response
    } catch (cause) {
      log({ level: 'error', what: 'start', cause: String(cause) })
      return answerUnavailable(request, reasonOf(cause))
    }
  }

  return {
    answer(request, lifetime) {
      const answered = answer(request, lifetime)
      // A transaction that was begun is ended, whether or not somebody waits for what came of it.
      lifetime.waitUntil(answered)
      return answered
    },
    tick(lifetime) {
      const round = open(lifetime).then(({ beat, giveBack }) => beat().then(giveBack))
      lifetime.waitUntil(round.catch((cause) => log({ level: 'error', what: 'clock', cause: String(cause) })))
    },
  }
}

function reasonOf(cause: unknown): string {
  if (isUnauthorised(cause)) return unauthorised
  const isSaid = cause instanceof ForeignDatabase || cause instanceof SchemaTooNew
  return isSaid ? cause.message : 'The database does not answer.'
}
