import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { signTicket } from '../../edge/domain/tickets.ts'
import { metric } from '../support/metric.ts'
import { quickCommand, startCommand, thisRuntime } from '../support/start-command.ts'
import {
  addressOf,
  endBrokers,
  join,
  knock,
  openBroker,
  origin,
  secret,
  ticketFor,
} from './broker-harness.ts'

test.after.each(endBrokers)

test('closing tells every socket, ends them, and admits nobody any more', async () => {
  const at = await openBroker()
  const clients = await Promise.all([join(at, 'c1', 'operator'), join(at, 'c1', 'customer')])
  await Promise.all([at.broker.close(), at.broker.close()])
  assert.equal(await Promise.all(clients.map((client) => client.closed)), [1001, 1001])
  assert.is(at.broker.connected(), 0)
  const token = await signTicket(secret, ticketFor('c1', 'customer'))
  assert.is(await knock(at.port, addressOf('c1-customer', token)), 503)
})

test('closing does not wait for ever for a socket that does not answer', async () => {
  const at = await openBroker()
  const deaf = await join(at, 'c1', 'operator')
  deaf.socket.pause()
  await at.broker.close()
  assert.is(at.broker.connected(), 0)
  deaf.socket.terminate()
})

test('the broker runs alone, and a signal ends its process with connected peers', async () => {
  const { child, ended } = run({ PORT: '0', SECRET: secret, PUBLIC_URL: `${origin}/some/page` }, startCommand)
  const port = Number(/:(\d+)\/peer/.exec(await firstLine(child.stdout))?.[1])
  const health = await fetch(`http://127.0.0.1:${port}/healthz`)
  assert.equal([health.status, await health.json()], [200, { status: 'ok' }])
  assert.is((await fetch(`http://127.0.0.1:${port}/peer/peerjs/id`)).status, 404)
  assert.is(await knock(port, '/elsewhere'), 404)
  const client = await join({ port }, 'c1', 'customer')
  // Not child.kill: Deno then reports the signal that it sent instead of the code that came.
  process.kill(child.pid ?? 0, 'SIGTERM')
  assert.is(await client.closed, 1001)
  assert.equal(await ended, [0, null])
})

test('what the broker counts is for this machine and for who brings the token, and knows nobody', async () => {
  const token = 'the token of a Prometheus, 32 and more'
  const { child, ended } = run({ PORT: '0', SECRET: secret, PUBLIC_URL: origin, METRICS_TOKEN: token })
  const port = Number(/:(\d+)\/peer/.exec(await firstLine(child.stdout))?.[1])
  const [operator, customer] = [
    await join({ port }, 'c1', 'operator'),
    await join({ port }, 'c1', 'customer'),
  ]
  operator.say({ type: 'HEARTBEAT' })
  operator.say({ type: 'OFFER', dst: 'c1-customer', payload: { sdp: 'x' } })
  operator.say({ type: 'OFFER', dst: 'c2-customer', payload: { sdp: 'x' } })
  await customer.next('OFFER')
  assert.is(await knock(port, '/peer/peerjs?key=peerjs&id=c1-customer&token=forged'), 401)
  const ask = (headers: Record<string, string> = {}) => fetch(`http://127.0.0.1:${port}/metrics`, { headers })
  const text = await (await ask()).text()
  const counted = [
    ...['peers', 'connections_total', 'messages_relayed_total'],
    ...['messages_dropped_total{reason="foreign"}', 'refusals_total{status="401"}'],
  ].map((name) => metric(text, `visavis_broker_${name}`))
  assert.equal(counted, [2, 2, 1, 1, 1])
  assert.not.match(text, /c1|127\./)
  const passedOn = { 'x-forwarded-for': '9.9.9.9' }
  assert.is((await ask(passedOn)).status, 404)
  assert.is((await ask({ ...passedOn, authorization: 'Bearer another' })).status, 404)
  assert.is((await ask({ ...passedOn, authorization: `Bearer ${token}` })).status, 200)
  process.kill(child.pid ?? 0, 'SIGTERM')
  await ended
})

test('the broker names every fault of its environment and does not start', async () => {
  const { child, ended } = run({
    PORT: 'ninety',
    SECRET: 'short',
    PUBLIC_URL: 'ftp://x',
    METRICS_TOKEN: 'short',
  })
  const errors: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => void errors.push(chunk))
  assert.equal(await ended, [1, null])
  const text = Buffer.concat(errors).toString()
  for (const name of ['PORT', 'SECRET', 'PUBLIC_URL', 'METRICS_TOKEN']) assert.match(text, name)
})

test('a port in use is a clear error', async () => {
  const at = await openBroker()
  const { child, ended } = run({ PORT: String(at.port), SECRET: secret, PUBLIC_URL: origin })
  assert.match(await firstLine(child.stderr), /cannot start: .*EADDRINUSE/)
  assert.equal(await ended, [1, null])
})

const main = fileURLToPath(new URL('../../peer-server/main.ts', import.meta.url))

function run(environment: Record<string, string>, command = quickCommand) {
  const { program, args } = command(environment, thisRuntime, main)
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // Listened for from the start: on a slow machine it may be over before what it said was read.
  return { child, ended: once(child, 'close') }
}

/** Goes on reading: whoever stopped would break what is said later. */
function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  return new Promise((resolve) => {
    stream.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text)
    })
    stream.once('end', () => resolve(text))
  })
}

test.run()
