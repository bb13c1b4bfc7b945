// What is counted and measured, as Prometheus reads it. Labels are words from closed lists: no number, name, token or
// id of anybody, and no address that a stranger made up.

import { Counter, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  /** `route` is the pattern, such as `/api/visits/:id`; seconds until the answer began. */
  request(facts: { route: string; method: string; status: number; seconds: number }): void
  /** An event stream was opened (1) or left (-1). */
  stream(side: 'operator' | 'customer', change: 1 | -1): void
  /** An event of the log was committed here. */
  happened(type: string): void
  /** From when a customer began to wait until somebody took the job. */
  accepted(seconds: number): void
  sms(outcome: string): void
  push(outcome: string): void
  /** A write of the database: how long from its call to its answer. */
  write(outcome: 'stored' | 'refused', seconds: number): void
  writesWaiting(change: 1 | -1): void
  eventLoopLag(seconds: number): void
  /** Asked whenever somebody reads the metrics; a number, or one for each word of its label. */
  watch(name: string, help: string, read: () => number): void
  /** How many conversations, jobs and offers there are in each state, as just looked up. */
  standing(kind: 'conversations' | 'jobs', byState: Readonly<Record<string, number>>): void
  /** The text format of Prometheus, and its content type. */
  text(): Promise<{ text: string; type: string }>
}

const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
const writeBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]
const waitBuckets = [2, 5, 10, 20, 30, 60, 120, 300, 900, 3600]
const lagBuckets = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1]

export function createMetrics(build: Readonly<Record<'version' | 'runtime', string>>): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name: `visavis_${name}`, help, labelNames, registers })
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name: `visavis_${name}`, help, labelNames, registers })
  const histogram = (name: string, help: string, buckets: number[], ...labelNames: string[]) =>
    new Histogram({ name: `visavis_${name}`, help, buckets, labelNames, registers })

  gauge('build_info', 'What runs here', 'version', 'runtime').set(build, 1)
  const requests = counter('http_requests_total', 'Answered requests', 'method', 'route', 'status')
  const answers = histogram(
    'http_request_duration_seconds',
    'From the request to the beginning of its answer',
    requestBuckets,
    'method',
    'route',
  )
  const streams = gauge('event_streams', 'Open event streams', 'side')
  const events = counter('events_total', 'Events that were committed here', 'type')
  const waits = histogram(
    'job_wait_seconds',
    'From a customer’s waiting to the green button, of jobs taken here',
    waitBuckets,
  )
  const sms = counter('sms_total', 'What became of SMS that were sent here', 'outcome')
  const pushes = counter('push_total', 'What push services answered', 'outcome')
  const writes = histogram(
    'database_write_duration_seconds',
    'From the call to the commit, waiting for the writer included',
    writeBuckets,
    'outcome',
  )
  const waiting = gauge('database_writes_waiting', 'Writes that have no answer yet')
  const lag = histogram('event_loop_lag_seconds', 'How late a timer of half a second came', lagBuckets)
  const standing = {
    conversations: gauge('conversations', 'Conversations of the house by state', 'state'),
    jobs: gauge('jobs', 'Open jobs of the house: waiting, or ringing for an operator', 'state'),
  }

  return {
    request({ route, method, status, seconds }) {
      requests.inc({ method, route, status })
      answers.observe({ method, route }, seconds)
    },
    stream: (side, change) => streams.inc({ side }, change),
    happened: (type) => events.inc({ type }),
    accepted: (seconds) => waits.observe(seconds),
    sms: (outcome) => sms.inc({ outcome }),
    push: (outcome) => pushes.inc({ outcome }),
    write: (outcome, seconds) => writes.observe({ outcome }, seconds),
    writesWaiting: (change) => waiting.inc(change),
    eventLoopLag: (seconds) => lag.observe(seconds),
    watch(name, help, read) {
      new Gauge({
        name: `visavis_${name}`,
        help,
        registers,
        collect() {
          this.set(read())
        },
      })
    },
    standing(kind, byState) {
      for (const [state, number] of Object.entries(byState)) standing[kind].set({ state }, number)
    },
    text: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  }
}
