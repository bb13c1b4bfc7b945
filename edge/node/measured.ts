// Puts a meter around what the house is made of, so that no verb, store or gateway need know of one.

import type { AnyEvent } from '../domain/events.ts'
import type { Metrics } from '../gateways/metrics.ts'
import type { PushGateway } from '../gateways/push.ts'
import type { SmsGateway } from '../gateways/sms.ts'
import type { Database } from '../store/database.ts'
import { waitOf } from '../store/jobs.ts'
import { traced } from './traced.ts'

export function measuredDatabase(database: Database, metrics: Metrics): Database {
  return {
    ...database,
    async write(unit, about) {
      const began = performance.now()
      const over = (outcome: 'stored' | 'refused') =>
        metrics.write(outcome, (performance.now() - began) / 1_000)
      metrics.writesWaiting(1)
      try {
        const value = await traced('database transaction', () => database.write(unit, about))
        over('stored')
        return value
      } catch (cause) {
        over('refused')
        throw cause
      } finally {
        metrics.writesWaiting(-1)
      }
    },
  }
}

export function measuredSms(gateway: SmsGateway, metrics: Metrics): SmsGateway {
  return {
    kind: gateway.kind,
    async send(sms) {
      const result = await gateway.send(sms)
      metrics.sms(result.outcome)
      return result
    },
  }
}

export function measuredPush(gateway: PushGateway, metrics: Metrics): PushGateway {
  return {
    async send(push) {
      const result = await gateway.send(push)
      metrics.push(result.outcome)
      return result
    },
  }
}

/** Counts what was committed. What Twilio says later of an SMS is an event too, and so are messages and calls. */
export function countEvents(metrics: Metrics, database: Database, events: readonly AnyEvent[]): void {
  for (const event of events) {
    metrics.happened(event.type)
    if (event.type === 'sms.progressed' || event.type === 'sms.failed') metrics.sms(event.data.state)
    if (event.type === 'job.accepted') tellWait(metrics, database, event)
  }
}

function tellWait(
  metrics: Metrics,
  database: Database,
  { data }: Extract<AnyEvent, { type: 'job.accepted' }>,
) {
  waitOf(database, data.jobId).then(
    (ms) => void (ms !== null && metrics.accepted(ms / 1_000)),
    // The database went away meanwhile: a measurement is no reason to say so twice.
    () => {},
  )
}

const beatMs = 500

/** How long others keep the one thread. Returns the end of it. */
export function watchEventLoop(metrics: Metrics): () => void {
  let due = performance.now() + beatMs
  const timer = setInterval(() => {
    metrics.eventLoopLag(Math.max(0, performance.now() - due) / 1_000)
    due = performance.now() + beatMs
  }, beatMs)
  timer.unref()
  return () => clearInterval(timer)
}

export function watchMemory(metrics: Metrics): void {
  metrics.watch('resident_memory_bytes', 'Memory of the process', () => process.memoryUsage().rss)
  metrics.watch('heap_used_bytes', 'Memory in use by JavaScript', () => process.memoryUsage().heapUsed)
  const began = Date.now() / 1_000
  metrics.watch('start_time_seconds', 'When the process started, in Unix time', () => began)
}
