// A database server for the tests: the protocol of libSQL's own server, over the engine's own package. It keeps what
// is hard about that server: one writer, transactions that are cut when they keep others waiting, streams that expire.

import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { freePort } from '../free-port.ts'
import { createConnections } from './connections.ts'
import type { Pipeline } from './messages.ts'
import { Stream } from './stream.ts'
import { createWriteLock } from './write-lock.ts'

/** What becomes of a request: answered; carried out but the answer lost; or lost on its way in. */
export type Fate = 'answered' | 'answer lost' | 'request lost'

export interface HranaOptions {
  authToken?: string
  /** Where it was before. */
  port?: number
  /** How long a transaction may keep others waiting, and how long a stream lives that nobody uses. */
  transactionMs?: number
  streamMs?: number
}

export interface HranaServer {
  url: string
  port: number
  /** Asked for each request, with its SQL; `null`: all are answered. */
  fate: ((sql: string) => Fate) | null
  /** Requests so far. */
  requests: number
  close(): Promise<void>
}

export async function startHrana(path: string, options: HranaOptions = {}): Promise<HranaServer> {
  const { authToken, transactionMs = 5_000, streamMs = 10_000 } = options
  const connections = createConnections(path)
  const first = connections.take()
  first.exec('PRAGMA journal_mode=WAL')
  connections.giveBack(first)
  const lock = createWriteLock(transactionMs)
  const streams = new Map<string, { stream: Stream; expiry: ReturnType<typeof setTimeout> }>()

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    if (authToken !== undefined && request.headers.authorization !== `Bearer ${authToken}`)
      return answer(response, 401, { error: 'Unauthorized: the token is not the one of this database' })
    if (request.url !== '/v2/pipeline') return answer(response, request.url === '/v2' ? 200 : 404, {})
    const pipeline = JSON.parse(body) as Pipeline
    server.requests += 1
    const fate = server.fate?.(JSON.stringify(pipeline.requests)) ?? 'answered'
    if (fate === 'request lost') return void response.destroy()
    const taken = take(pipeline.baton ?? null)
    if (!taken) return answer(response, 400, { message: 'The stream has expired', code: 'STREAM_EXPIRED' })
    const results = []
    for (const one of pipeline.requests) results.push(await taken.answer(one))
    const baton = taken.closed ? null : keep(taken)
    if (fate === 'answer lost') return void response.destroy()
    answer(response, 200, { baton, base_url: null, results })
  }

  // A baton is good once: what is sent again, because its answer was lost, is not carried out again.
  function take(baton: string | null): Stream | undefined {
    if (baton === null) return new Stream(connections, lock)
    const kept = streams.get(baton)
    clearTimeout(kept?.expiry)
    streams.delete(baton)
    return kept?.stream
  }

  function keep(stream: Stream): string {
    const baton = randomUUID()
    const expire = () => {
      streams.delete(baton)
      stream.close()
    }
    streams.set(baton, { stream, expiry: setTimeout(expire, streamMs) })
    return baton
  }

  const listening = createServer((request, response) => {
    receive(request, response).catch((cause) =>
      answer(response, 500, { message: String(cause), code: 'FAULT' }),
    )
  })
  const port = options.port ?? (await freePort())
  await once(listening.listen(port, '127.0.0.1'), 'listening')
  const server: HranaServer = {
    url: `http://127.0.0.1:${port}`,
    port,
    fate: null,
    requests: 0,
    async close() {
      listening.closeAllConnections()
      const ended = once(listening, 'close')
      listening.close()
      await ended
      for (const { stream, expiry } of streams.values()) {
        clearTimeout(expiry)
        stream.close()
      }
      connections.close()
    },
  }
  return server
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
