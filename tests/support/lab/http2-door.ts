import { type IncomingMessage, request as passOn } from 'node:http'
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import { connect, type Server, type Socket } from 'node:net'
import { pipeline } from 'node:stream'
import type { Certificate } from './certificate.ts'
import type { Door } from './https-door.ts'

/**
 * Speaks HTTP/2, as the proxies do that stand in front of an edge: whoever has one connection need not open another.
 * Only a web socket comes by one of its own, over HTTP/1.1.
 */
export function openHttp2Door(server: Server, certificate: Certificate, target: URL): Door {
  const open = new Set<Socket>()
  const door = createSecureServer({ ...certificate, allowHTTP1: true })
  server.on('connection', (outside) => {
    hold(outside)
    door.emit('connection', outside)
  })
  door.on('request', pass)
  door.on('upgrade', upgrade)

  function hold(socket: Socket): void {
    open.add(socket.setNoDelay())
    socket.on('close', () => open.delete(socket))
  }

  function pass(request: Http2ServerRequest, response: Http2ServerResponse): void {
    const inside = passOn(new URL(request.url, target), { method: request.method, headers: plain(request) })
    inside.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers))
      pipeline(answer, response, () => {})
    })
    pipeline(request, inside, (failure) => failure && response.stream?.close())
    response.on('close', () => inside.destroy())
  }

  function upgrade(request: IncomingMessage, outside: Socket, head: Buffer): void {
    const inside = connect(Number(target.port), target.hostname)
    hold(inside)
    inside.write(`${request.method} ${request.url} HTTP/1.1\r\n${rawLines(request)}\r\n`)
    inside.write(head)
    // Either end may go at any time: then both do, and nobody needs to know.
    pipeline(outside, inside, () => outside.destroy())
    pipeline(inside, outside, () => outside.destroy())
  }

  return {
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

/** What HTTP/2 says in fields of its own, in the words of HTTP/1.1. */
function plain({ headers }: Http2ServerRequest) {
  const named = Object.entries(headers).filter(([name]) => !name.startsWith(':'))
  return { ...Object.fromEntries(named), host: headers[':authority'] ?? headers.host }
}

const ofOneHop = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade']

function endToEnd(headers: IncomingMessage['headers']) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofOneHop.includes(name)))
}

function rawLines({ rawHeaders }: IncomingMessage): string {
  let lines = ''
  for (let at = 0; at < rawHeaders.length; at += 2) lines += `${rawHeaders[at]}: ${rawHeaders[at + 1]}\r\n`
  return lines
}
