import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AnyEvent } from '../../../edge/domain/events.ts'

/** A server of event streams: the test decides what each connection gets. */
export async function openStreamHouse() {
  const connections: { after: number; answer: ServerResponse }[] = []
  let status = 200
  const waiting: (() => void)[] = []
  const server = createServer((request, answer) => {
    const after = Number(new URL(request.url ?? '', 'http://x').searchParams.get('after'))
    answer.writeHead(status, { 'content-type': 'text/event-stream' })
    if (status !== 200) answer.end()
    else answer.flushHeaders()
    connections.push({ after, answer })
    for (const wake of waiting.splice(0)) wake()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/events`,
    connections,
    answersWith(next: number) {
      status = next
    },
    async connection(number: number) {
      while (connections.length < number) await new Promise<void>((resolve) => waiting.push(resolve))
      return connections[number - 1] as (typeof connections)[number]
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export function message(seq: number): AnyEvent {
  return {
    seq,
    at: seq,
    conversationId: null,
    actor: { kind: 'edge' },
    type: 'team.changed',
    data: {},
  }
}

export function frame(event: AnyEvent): string {
  return `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`
}
