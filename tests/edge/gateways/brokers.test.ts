// Real brokers that come and go, looked at from outside.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createBrokers } from '../../../edge/gateways/brokers.ts'
import { startBroker } from '../../../peer-server/start-broker.ts'
import { freePort } from '../../support/free-port.ts'

const config = {
  host: '127.0.0.1',
  secret: 'a secret of the tests, with its 32 characters and more',
  publicOrigin: 'http://x',
  metricsToken: null,
}

async function until(what: () => boolean): Promise<void> {
  while (!what()) await new Promise((look) => setTimeout(look, 5))
}

test('a broker that ends is found gone, one that comes back is found back, and both are told to the log', async () => {
  const ports = [await freePort(), await freePort()] as const
  const [one, other] = await Promise.all(ports.map((port) => startBroker({ ...config, port })))
  const [first, second] = ports.map((port) => `ws://127.0.0.1:${port}/peer`) as [string, string]
  const logs: string[] = []
  const brokers = createBrokers([first, second], {
    everyMs: 10,
    log: ({ address, state }) => void logs.push(`${address} ${state}`),
  })
  assert.ok(brokers.isThere(first) && brokers.isThere(second))
  await one?.end()
  await until(() => !brokers.isThere(first))
  assert.ok(brokers.isThere(second))
  const again = await startBroker({ ...config, port: ports[0] })
  await until(() => brokers.isThere(first))
  assert.equal(logs, [`${first} gone`, `${first} back`])
  brokers.end()
  await Promise.all([again.end(), other?.end()])
})

test('one alone is not looked at: there is nobody to stand in for it', () => {
  const asked: unknown[] = []
  const brokers = createBrokers(['wss://a.example/peer'], {
    fetch: (address) => {
      asked.push(address)
      return Promise.reject(new Error('no network'))
    },
    log: () => {},
  })
  brokers.end()
  assert.equal([asked, brokers.isThere('wss://a.example/peer')], [[], true])
})

test('an address of a page becomes that of its health', async () => {
  const asked: string[] = []
  const brokers = createBrokers(['wss://a.example/peer', 'https://b.example:9000/peer', '/peer'], {
    fetch: (address) => {
      asked.push(String(address))
      return Promise.resolve(new Response('{}'))
    },
    log: () => {},
  })
  brokers.end()
  assert.equal(asked, ['https://a.example/healthz', 'https://b.example:9000/healthz'])
})

test.run()
