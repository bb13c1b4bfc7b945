import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { EdgeError, request } from '../../../pwa/platform/request.ts'

async function serving<T>(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/x`)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

async function failure(work: Promise<unknown>): Promise<EdgeError> {
  const error = await work.then(() => null).catch((cause) => cause)
  assert.instance(error, EdgeError)
  return error
}

test('a body goes out as JSON under a key of its own, and the answer comes back', async () => {
  let key = ''
  const answer = await serving(
    async (incoming, response) => {
      key = String(incoming.headers['idempotency-key'])
      assert.is(incoming.headers['content-type'], 'application/json')
      let body = ''
      for await (const part of incoming) body += part
      response.end(body)
    },
    (url) => request<{ a: number }>('POST', url, { a: 1 }),
  )
  assert.equal(answer, { a: 1 })
  assert.match(key, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('a retry can carry the key of the first attempt, and looking carries none', async () => {
  const keys: unknown[] = []
  await serving(
    (incoming, response) => {
      keys.push(incoming.headers['idempotency-key'])
      response.end('{}')
    },
    async (url) => {
      await request('POST', url, {}, { key: 'k' })
      await request('GET', url)
    },
  )
  assert.equal(keys, ['k', undefined])
})

test('an answer without content is undefined', async () => {
  const answer = await serving(
    (_, response) => response.writeHead(204).end(),
    (url) => request('DELETE', url),
  )
  assert.is(answer, undefined)
})

test('a refusal keeps its code, its status and its details', async () => {
  const body = { error: { code: 'already-taken', message: 'Taken.', requestId: 'r', details: { by: 'Ada' } } }
  const error = await serving(
    (_, response) => response.writeHead(409).end(JSON.stringify(body)),
    (url) => failure(request('POST', url, {})),
  )
  assert.is(error.code, 'already-taken')
  assert.is(error.status, 409)
  assert.is(error.details.by, 'Ada')
})

test("a proxy's page is a fault, whatever its status", async () => {
  for (const status of [200, 502]) {
    const error = await serving(
      (_, response) => response.writeHead(status).end('<h1>Oops</h1>'),
      (url) => failure(request('GET', url)),
    )
    assert.is(error.code, 'fault', String(status))
  }
})

test('where nothing is reached, one is offline', async () => {
  const url = await serving(
    () => {},
    async (address) => address,
  )
  const error = await failure(request('GET', url))
  assert.is(error.code, 'offline')
  assert.is(error.status, 0)
})

test('what the caller calls off is not taken for an outage', async () => {
  const end = new AbortController()
  const error = await serving(
    () => end.abort(),
    (url) => request('GET', url, undefined, { signal: end.signal }).catch((cause: Error) => cause),
  )
  assert.instance(error, Error)
  assert.is((error as Error).name, 'AbortError')
})

test.run()
