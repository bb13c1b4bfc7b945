// What the broker counts, as Prometheus reads it, for who asks on this machine or brings the token. As the edge's own it
// knows nobody: no peer, no conversation and no address.

import type { IncomingMessage } from 'node:http'
import { hashToken } from '../edge/domain/secrets.ts'
import type { Broker } from './broker.ts'

type Readings = Pick<Broker, 'connected' | 'joined' | 'relayed' | 'refused' | 'dropped'>

/** Prometheus' text format, version 0.0.4. */
export function metricsOf(broker: Readings): string {
  const labelled = (label: string, counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(([value, count]) => [`{${label}="${value}"}`, count] as const)
  const metrics = [
    told('gauge', 'peers', 'Browsers that are connected now', [['', broker.connected()]]),
    told('counter', 'connections_total', 'Sockets that were let in', [['', broker.joined()]]),
    told('counter', 'messages_relayed_total', 'Messages handed to the other side', [['', broker.relayed()]]),
    told(
      'counter',
      'messages_dropped_total',
      'Messages that went no further, by reason',
      labelled('reason', broker.dropped()),
    ),
    told(
      'counter',
      'refusals_total',
      'Sockets that were not let in, by the status they got',
      labelled('status', broker.refused()),
    ),
    told('gauge', 'resident_memory_bytes', 'Memory of the process', [['', process.memoryUsage().rss]]),
  ]
  return metrics.join('')
}

function told(type: string, name: string, help: string, values: readonly (readonly [string, number])[]) {
  const full = `visavis_broker_${name}`
  const lines = values.map(([labels, value]) => `${full}${labels} ${value}\n`)
  return `# HELP ${full} ${help}\n# TYPE ${full} ${type}\n${lines.join('')}`
}

/** As at the edge: by the token, or from this very machine with no proxy in between and under its own name. */
export async function mayReadMetrics(request: IncomingMessage, token: string | null): Promise<boolean> {
  const { authorization = '', host = '' } = request.headers
  const [, brought] = /^Bearer (.+)$/i.exec(authorization) ?? []
  // Hashes, because how long it takes to tell two of them apart says nothing of the token.
  if (token !== null && brought) return (await hashToken(brought)) === (await hashToken(token))
  const isLoopback = /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '')
  const passedOn = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'].some((name) => request.headers[name])
  return isLoopback && !passedOn && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host)
}
