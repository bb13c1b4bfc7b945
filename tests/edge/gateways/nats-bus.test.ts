// Two instances' buses over Debian's NATS: what one says the other hears, and what is when NATS is not there.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Signal } from '../../../edge/domain/wire.ts'
import { createNatsBus, type NatsBus } from '../../../edge/gateways/nats-bus.ts'
import { withEdge } from '../../support/house.ts'
import { type NatsServer, startNats, withoutNats } from '../../support/nats-server.ts'
import { done } from '../../support/scenes.ts'

const missing = withoutNats()
if (missing) console.log(`hint: skipped, ${missing}`)
const withNats = missing ? test.skip : test

const id = '7f2c1d7a-1111-4222-8333-444455556666'
const typing = { kind: 'typing', conversationId: id, side: 'customer' } as Signal

async function until(what: () => boolean): Promise<void> {
  while (!what()) await new Promise((look) => setTimeout(look, 5))
}

interface Ear {
  bus: NatsBus
  heard: string[]
  logs: string[]
}

function listen(url: string, channel = 'acme', topic: string | null = null): Ear {
  const logs: string[] = []
  const heard: string[] = []
  const bus = createNatsBus({
    url,
    channel,
    log: ({ state, cause = '' }) => void logs.push(`${state} ${cause}`.trim()),
  })
  bus.subscribe(topic, (signal) => void heard.push(signal?.kind ?? 'look'))
  return { bus, heard, logs }
}

async function withBuses(work: (server: NatsServer, one: Ear, other: Ear) => Promise<void>): Promise<void> {
  const server = await startNats()
  const ears = [listen(server.url), listen(server.url, 'acme', id)] as const
  try {
    await until(() => ears.every(({ bus }) => bus.state() === 'connected'))
    for (const { heard } of ears) heard.length = 0
    await work(server, ...ears)
  } finally {
    await Promise.all(ears.map(({ bus }) => bus.end()))
    await server.stop()
  }
}

withNats('what one instance says, it and the other hear once each', () =>
  withBuses(async (_, one, other) => {
    one.bus.wake(id)
    one.bus.signal(typing)
    await until(() => other.heard.length === 2)
    other.bus.signal(typing)
    await until(() => one.heard.length === 3)
    assert.equal(
      [one.heard, other.heard],
      [
        ['look', 'typing', 'typing'],
        ['look', 'typing', 'typing'],
      ],
    )
  }),
)

withNats('whoever listens to a conversation is not woken for another one', () =>
  withBuses(async (_, one, other) => {
    one.bus.wake('something else')
    one.bus.wake(null)
    one.bus.wake(id)
    await until(() => other.heard.length > 0)
    assert.equal(other.heard, ['look'])
  }),
)

withNats('another team on the same server hears nothing, and rubbish on the channel harms nobody', () =>
  withBuses(async (server, one, other) => {
    const stranger = listen(server.url, 'others')
    await until(() => stranger.bus.state() === 'connected')
    stranger.heard.length = 0
    const { connect } = await import('@nats-io/transport-node')
    const rude = await connect({ servers: `127.0.0.1:${server.port}` })
    for (const rubbish of ['', '{', 'null', '7', '{"conversationId":7}', '{"signal":{"kind":"queue"}}'])
      rude.publish('visavis.acme', rubbish)
    await rude.drain()
    one.bus.wake(id)
    await until(() => other.heard.length > 0)
    assert.equal([other.heard, stranger.heard], [['look'], []])
    await stranger.bus.end()
  }),
)

withNats('NATS gone: it says so, what is near goes on, and when NATS is back everybody looks again', () =>
  withBuses(async (server, one, other) => {
    await server.stop()
    await until(() => one.bus.state() === 'polling' && other.bus.state() === 'polling')
    one.bus.wake(id)
    assert.equal([one.heard, other.heard], [['look'], []])
    assert.match(one.logs.at(-1) ?? '', /^polling /)
    await server.startAgain()
    await until(() => one.bus.state() === 'connected' && other.bus.state() === 'connected')
    await until(() => other.heard.length === 1)
    other.heard.length = 0
    one.bus.signal(typing)
    await until(() => other.heard.includes('typing'))
    assert.is(one.logs.at(-1), 'connected')
  }),
)

withNats('with wrong credentials it polls, says why once, and ends like any other', async () => {
  const server = await startNats({ user: 'visavis', pass: 'right' })
  const wrong = listen(server.url.replace('right', 'wrong'))
  const right = listen(server.url)
  await until(() => wrong.logs.length > 0 && right.bus.state() === 'connected')
  assert.is(wrong.bus.state(), 'polling')
  assert.match(wrong.logs[0] ?? '', /polling .*authori[sz]ation/i)
  await withEdge(
    async (house) =>
      assert.equal(done(await house.stranger().get('/healthz')), { status: 'ok', bus: 'polling' }),
    { bus: wrong.bus },
  )
  await Promise.all([wrong.bus.end(), right.bus.end()])
  assert.is(wrong.logs.length, 1)
  await server.stop()
})

withNats('where there is none it polls, and ends at once when asked to', async () => {
  const alone = listen('nats://127.0.0.1:1')
  await until(() => alone.logs.length > 0)
  alone.bus.wake(id)
  assert.equal([alone.bus.state(), alone.heard], ['polling', ['look']])
  await alone.bus.end()
})

test.run()
