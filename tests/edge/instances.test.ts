// time-out: 180 s
// not on Deno: it starts an instance on Node and one on Deno wherever it runs
// Two instances, one on Node and one on Deno, over one remote database and one NATS: any of them serves anybody.

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { AnyEvent } from '../../edge/domain/events.ts'
import type { Inbox, InviteAnswer, Visit } from '../../edge/domain/wire.ts'
import { type Frame, readStream, type StreamReader } from '../support/event-stream-reader.ts'
import { type Instances, Roamer, signedIn, startInstances } from '../support/instances.ts'
import { withoutNats } from '../support/nats-server.ts'
import { deno } from '../support/runner/deno.ts'
import { done, nextPhone } from '../support/scenes.ts'

const missing = withoutNats() ?? (deno() ? undefined : 'there is no Deno here')
if (missing) console.log(`hint: skipped, ${missing}`)
const together = missing ? test.skip : test

let place: Instances
test.before(async () => {
  if (!missing) place = await startInstances(['node', 'deno'])
})
test.after(() => place?.end())

interface Scene {
  id: string
  operator: Roamer
  customer: Roamer
}

/** The operator is at one instance, the customer at the other. */
async function talk(): Promise<Scene> {
  const [node, deno] = place.houses as [(typeof place.houses)[0], (typeof place.houses)[0]]
  const operator = await signedIn(node)
  done(await operator.call('PUT', '/api/status', { status: 'online' }))
  const asked = { phone: nextPhone(), assignment: 'direct' }
  const { conversationId: id, link } = done(await operator.post<InviteAnswer>('/api/invites', asked))
  const customer = new Roamer(deno)
  done(await customer.post<Visit>('/api/visits', { token: link.split('#')[1] }))
  const { offers } = await offersOf(operator)
  done(await operator.at(deno).post(`/api/jobs/${offers[0]}/accept`))
  return { id, operator: operator.at(node), customer }
}

async function offersOf(operator: Roamer): Promise<{ offers: string[] }> {
  done(await operator.get<Inbox>('/api/inbox'))
  const rows = await place.database.all("SELECT job_id FROM offers WHERE state = 'open'")
  return { offers: rows.map(({ job_id }) => String(job_id)) }
}

const end = ({ id, operator }: Scene) =>
  operator.post(`/api/conversations/${id}/archive`, { reason: 'resolved' })

async function streamOf(reader: Roamer, path: string, after = 0): Promise<StreamReader> {
  const stream = readStream(
    await reader.send('GET', path, undefined, { headers: { 'last-event-id': String(after) } }),
  )
  await stream.until(({ comment }) => comment === 'ready')
  return stream
}

const eventOf = ({ data }: Frame) => JSON.parse(data) as AnyEvent
const says = (text: string) => (frame: Frame) =>
  frame.event === 'message' && frame.data.includes(JSON.stringify(text))

async function busOf(at: number): Promise<string> {
  const answer = await fetch(`${place.houses[at]?.url}/healthz`)
  return ((await answer.json()) as { bus: string }).bus
}

async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((look) => setTimeout(look, 20))
}

together('both run, and hear each other', async () => {
  await until(async () => (await busOf(0)) === 'connected' && (await busOf(1)) === 'connected')
})

together('a session begun at one holds at the other, and ends at both', async () => {
  const [node, deno] = place.houses as [never, never]
  const admin = await signedIn(node)
  done(await admin.at(deno).get('/api/session'))
  done(await admin.call('DELETE', '/api/session'))
  assert.is((await admin.at(node).get('/api/session')).status, 401)
})

together('guesses at a password are counted over both', async () => {
  const guess = { email: 'nobody@acme.test', password: 'wrong' }
  const codes: (string | undefined)[] = []
  for (let at = 0; at < 11; at++) {
    const stranger = new Roamer(place.houses[at % 2] as never)
    codes.push((await stranger.post('/api/session', guess)).code)
  }
  assert.equal(codes, [...Array(10).fill('not-signed-in'), 'too-many'])
})

together('what is written at one is read at the other, by both sides, in one order', async () => {
  const scene = await talk()
  const [node, deno] = place.houses as [never, never]
  const desk = await streamOf(scene.operator, '/api/events')
  const phone = await streamOf(scene.customer, `/api/visits/${scene.id}/events`)
  for (let at = 0; at < 10; at++) {
    const of = at % 2 ? 'conversations' : 'visits'
    const writer = (at % 2 ? scene.operator : scene.customer).at(at % 3 ? node : deno)
    done(await writer.post(`/api/${of}/${scene.id}/messages`, { text: `word ${at}` }))
  }
  for (const stream of [desk, phone]) {
    await stream.until(says('word 9'))
    const words = stream.frames.filter(
      (frame) => frame.event === 'message' && frame.data.includes('message.posted'),
    )
    const texts = words.map((frame) => (eventOf(frame).data as { text: string }).text)
    assert.equal(
      texts,
      Array.from({ length: 10 }, (_, at) => `word ${at}`),
    )
  }
  done(await scene.customer.at(node).post(`/api/visits/${scene.id}/typing`))
  await desk.until(({ event, data }) => event === 'signal' && data.includes('typing'))
  await Promise.all([desk.leave(), phone.leave()])
  done(await end(scene))
})

together('the same request at both is one message, with one answer', async () => {
  const scene = await talk()
  const key = crypto.randomUUID()
  const send = (at: number) => {
    const twin = new Roamer(place.houses[at] as never)
    for (const [name, cookie] of scene.customer.cookies) twin.cookies.set(name, cookie)
    return twin.post<AnyEvent>(`/api/visits/${scene.id}/messages`, { text: `from ${at}` }, { key })
  }
  const [one, other] = await Promise.all([send(0), send(1)])
  assert.equal(done(one), done(other))
  const rows = await place.database.all(
    "SELECT seq FROM events WHERE type = 'message.posted' AND conversation_id = ?",
    [scene.id],
  )
  assert.is(rows.length, 1)
  done(await end(scene))
})

together('NATS gone: everything still arrives, /healthz says so, and it comes back by itself', async () => {
  const scene = await talk()
  const desk = await streamOf(scene.operator, '/api/events')
  await place.nats.stop()
  await until(async () => (await busOf(0)) === 'polling' && (await busOf(1)) === 'polling')
  done(await scene.customer.post(`/api/visits/${scene.id}/messages`, { text: 'without NATS' }))
  await desk.until(says('without NATS'))
  await place.nats.startAgain()
  await until(async () => (await busOf(0)) === 'connected' && (await busOf(1)) === 'connected')
  await desk.leave()
  done(await end(scene))
})

together(
  'the clock is one instance’s; told to end it gives it back, tells its streams, and loses nothing',
  async () => {
    const scene = await talk()
    const holder = async () =>
      (await place.database.all("SELECT holder FROM leases WHERE name = 'clock'"))[0]?.holder
    await until(async () => (await holder()) !== undefined)
    const before = await holder()
    const desk = await streamOf(scene.operator, '/api/events')
    const key = crypto.randomUUID()
    const first = done(
      await scene.operator.post(`/api/conversations/${scene.id}/messages`, { text: 'kept' }, { key }),
    )
    const last = Number((await desk.until(says('kept'))).id)

    const [node, deno] = place.houses as [(typeof place.houses)[0], (typeof place.houses)[0]]
    assert.is(await node.terminate(), 0)
    await desk.ended
    assert.is(desk.frames.at(-1)?.event, 'bye')
    done(await scene.customer.post(`/api/visits/${scene.id}/messages`, { text: 'meanwhile' }))

    scene.operator.at(deno)
    const moved = await streamOf(scene.operator, '/api/events', last)
    await moved.until(says('meanwhile'))
    assert.not.ok(moved.frames.some(says('kept')), 'what was read is not read again')
    assert.equal(
      done(await scene.operator.post(`/api/conversations/${scene.id}/messages`, { text: 'again' }, { key })),
      first,
    )
    // Whoever had it, within a lease's life it is the one that is left.
    await until(async () => (await holder()) !== undefined)
    await node.startAgain()
    assert.is(await deno.terminate(), 0)
    await until(async () => ![undefined, before].includes((await holder()) as never))
    await moved.ended
    done(await end({ ...scene, operator: scene.operator.at(node) }))
  },
)

test.run()
