// One door before several instances, as a load balancer is: whom it cannot reach, or who ends before a word of an answer,
// is passed over for the next. What is repeated so has its key, and is done once.

import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface Balancer {
  url: string
  end(): Promise<void>
}

export async function startBalancer(urls: () => readonly string[]): Promise<Balancer> {
  let turn = 0
  const server = createServer(async (asked, answer) => {
    const body = await buffer(asked).catch(() => null)
    if (!body) return
    const all = urls()
    const first = turn++
    for (let at = 0; at < all.length; at++) {
      const url = all[(first + at) % all.length] ?? ''
      const come = await ask(url, asked, body).catch(() => null)
      if (come) return hand(come, answer)
    }
    answer.writeHead(502).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async end() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** What is said about a connection holds for that one alone. */
function withoutHop({ connection, 'keep-alive': _, ...rest }: IncomingHttpHeaders): IncomingHttpHeaders {
  return rest
}

function ask(url: string, { method, url: path, headers }: IncomingMessage, body: Buffer) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const onward = request(url + path, { method, headers: withoutHop(headers) }, resolve)
    onward.on('error', reject)
    onward.end(body)
  })
}

function hand(come: IncomingMessage, answer: ServerResponse): void {
  answer.writeHead(come.statusCode ?? 502, withoutHop(come.headers))
  answer.flushHeaders()
  come.pipe(answer)
  come.on('error', () => answer.destroy())
  answer.on('close', () => come.destroy())
}
