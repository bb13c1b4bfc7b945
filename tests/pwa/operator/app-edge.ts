import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  method: string
  path: string
  key: string | undefined
  body: unknown
}

type Answer = (asked: Asked) => { status: number; body?: unknown; holds?: Promise<void> }

/** An edge that answers as the test says, and remembers what it was asked. Relative addresses lead to it. */
export async function openAppEdge(answer: Answer) {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const part of request) text += part
    const key = request.headers['idempotency-key']
    const question = {
      method: request.method ?? '',
      path: request.url ?? '',
      key: key as string,
      body: text && JSON.parse(text),
    }
    asked.push(question)
    const { status, body, holds } = answer(question)
    await holds
    response.writeHead(status).end(body === undefined ? undefined : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const plainFetch = globalThis.fetch
  globalThis.fetch = (path, init) => plainFetch(new URL(String(path), base), init)
  return {
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        globalThis.fetch = plainFetch
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export function refusal(code: string, details: Record<string, string> = {}) {
  return { error: { code, message: code, requestId: 'r', details } }
}
