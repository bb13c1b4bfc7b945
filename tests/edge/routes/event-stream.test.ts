// not on workerd: a stream there has a clock of its own, which no test puts forward; tests/edge/workerd.test.ts has one
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { AnyEvent } from '../../../edge/domain/events.ts'
import type { OperatorId } from '../../../edge/domain/ids.ts'
import type { InviteAnswer } from '../../../edge/domain/wire.ts'
import { conversationFor } from '../../../edge/store/conversations.ts'
import type { Operator } from '../../../edge/views/people.ts'
import { createPermissions } from '../../../edge/views/permissions.ts'
import { logAfter, maySee, operatorBatch } from '../../../edge/views/stream.ts'
import type { Caller } from '../../support/caller.ts'
import { type Frame, readStream } from '../../support/event-stream-reader.ts'
import { type TestEdge, withEdge } from '../../support/house.ts'
import { active, done, opened, type Scene } from '../../support/scenes.ts'

const listen = async (caller: Caller, path: string, headers: Record<string, string> = {}) =>
  readStream(await caller.send('GET', path, undefined, { headers }))
const eventsIn = (frames: readonly Frame[]) =>
  frames
    .filter(({ event, data }) => event === 'message' && data !== '')
    .map(({ data }) => JSON.parse(data) as AnyEvent)
const say = ({ customer, id }: Scene, text: string) => customer.post(`/api/visits/${id}/messages`, { text })
const says = (text: string) => (frame: Frame) => frame.data.includes(`"text":"${text}"`)
const isReady = ({ comment }: Frame) => comment === 'ready'
const lastSeq = async (house: TestEdge) =>
  Number((await house.rows('SELECT max(seq) AS seq FROM events'))[0]?.seq)

test('what happens is told at once, with its position, and never kept by a cache', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const response = await scene.operator.send('GET', `/api/events?after=${await lastSeq(house)}`)
    assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/)
    assert.is(response.headers.get('cache-control'), 'no-store')
    assert.is(response.headers.get('x-accel-buffering'), 'no')
    const stream = readStream(response)
    await stream.until(isReady)
    done(await say(scene, 'hello'))
    const frame = await stream.until(says('hello'))
    assert.is(frame.id, String(await lastSeq(house)))
    const [event] = eventsIn([frame])
    assert.equal(
      [event?.type, event?.conversationId, event?.actor.kind],
      ['message.posted', scene.id, 'customer'],
    )
    await stream.leave()
  }))

for (const side of ['operator', 'customer'] as const) {
  test(`while twelve write at once and the ${side} reconnects again and again, no message is missed or told twice`, () =>
    withEdge(async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const base = side === 'operator' ? '/api/events' : `/api/visits/${scene.id}/events`
      const texts = Array.from({ length: 120 }, (_, at) => `message ${at}.`)
      let written = 0
      const writer = async () => {
        for (let text = texts[written++]; text; text = texts[written++]) done(await say(scene, text))
      }
      const writing = Promise.all(Array.from({ length: 12 }, writer))
      const heard: AnyEvent[] = []
      let position = String(await lastSeq(house))
      const messages = () => heard.filter(({ type }) => type === 'message.posted')
      while (messages().length < texts.length) {
        // An older `after` in the address must give way to where the browser says it is.
        const stream = await listen(scene[side], `${base}?after=0`, { 'last-event-id': position })
        await stream.until(({ id }) => id !== undefined)
        await stream.leave()
        const events = eventsIn(stream.frames)
        heard.push(...events)
        position = String(events.at(-1)?.seq ?? position)
      }
      await writing
      const seqs = heard.map(({ seq }) => seq)
      assert.equal(
        seqs,
        [...new Set(seqs)].sort((a, b) => a - b),
      )
      assert.equal(
        messages()
          .map((event) => 'text' in event.data && event.data.text)
          .sort(),
        [...texts].sort(),
      )
    }))
}

test('a reader who comes late gets everything from the start, in pages of five hundred', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    await house.change(
      `INSERT INTO events (conversation_id, type, actor_kind, data, at)
       WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
       SELECT ?, 'message.posted', 'customer', json_object('messageId', 'm' || i, 'side', 'customer', 'text', 't' || i), 1 FROM n`,
      [scene.id],
    )
    const stream = await listen(scene.customer, `/api/visits/${scene.id}/events`)
    await stream.until(says('t1200'))
    const messages = eventsIn(stream.frames).filter(({ type }) => type === 'message.posted')
    assert.equal(
      messages.map(({ data }) => 'messageId' in data && data.messageId),
      Array.from({ length: 1200 }, (_, at) => `m${at + 1}`),
    )
    await stream.leave()
  }))

test('an operator out of reach hears nothing of it; the team’s own news reach everybody', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const departmentId = await house.department('Cards', [ayse])
    const scene = await active(house, ayse, { departmentId })
    const selin = await house.operator('Selin')
    const stream = await listen(selin, '/api/events')
    await stream.until(isReady)
    done(await say(scene, 'private'))
    done(await selin.call('PUT', '/api/status', { status: 'busy' }))
    await stream.until(({ data }) => data.includes('operator.status-changed'))
    assert.equal(
      eventsIn(stream.frames).map(({ type }) => type),
      ['operator.status-changed'],
    )
    assert.not.ok(JSON.stringify(stream.frames).includes(scene.id))
    await stream.leave()
  }))

test('the customer hears the conversation, but nothing of the team, and names instead of ids', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const bora = await house.operator('Bora')
    const scene = await active(house, ayse)
    const other = await active(house, ayse)
    done(await say(other, 'of another customer'))
    done(await ayse.post(`/api/conversations/${scene.id}/transfer`, { operatorId: bora.id }))
    done(await ayse.call('PUT', '/api/status', { status: 'busy' }))
    done(await say(scene, 'the end'))
    const stream = await listen(scene.customer, `/api/visits/${scene.id}/events`)
    await stream.until(says('the end'))
    const told = eventsIn(stream.frames)
    assert.equal(
      told.map(({ type }) => type),
      [
        'link.opened',
        'job.accepted',
        'call.answered',
        'call.hung-up',
        'conversation.transferred',
        'message.posted',
      ],
    )
    const text = JSON.stringify(stream.frames)
    assert.ok(text.includes('Ayse') && text.includes('Bora'))
    for (const secret of [ayse.id, bora.id, other.id, '+90532']) assert.not.ok(text.includes(secret), secret)
    await stream.leave()
  }))

test('another device cannot listen, nor can nobody', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse)
    const { customer: other } = await opened(house, ayse)
    assert.is((await other.get(`/api/visits/${scene.id}/events`)).status, 404)
    assert.is((await house.stranger().get(`/api/visits/${scene.id}/events`)).status, 404)
    assert.is((await house.stranger().get('/api/events')).status, 401)
  }))

test('a sign of life every fifteen seconds, not before', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const stream = await listen(ayse, '/api/events')
    await stream.until(isReady)
    house.pass(14_999)
    done(await ayse.call('PUT', '/api/status', { status: 'busy' }))
    await stream.until(({ data }) => data.includes('"busy"'))
    assert.not.ok(stream.frames.some(({ comment }) => comment === 'beat'))
    house.pass(1)
    await stream.until(({ comment }) => comment === 'beat')
    await stream.leave()
  }))

test('when the house closes, every stream is told and ends', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const streams = [
      await listen(scene.operator, '/api/events'),
      await listen(scene.customer, `/api/visits/${scene.id}/events`),
    ]
    for (const stream of streams) await stream.until(isReady)
    house.closing.abort()
    for (const stream of streams) {
      await stream.ended
      assert.is(stream.frames.at(-1)?.event, 'bye')
    }
  }))

test('typing is shown to those who may see the conversation, stored nowhere, and without a position', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const departmentId = await house.department('Cards', [ayse])
    const scene = await active(house, ayse, { departmentId })
    const other = await opened(house, ayse)
    const selin = await house.operator('Selin')
    const mine = await listen(ayse, '/api/events')
    const theirs = await listen(scene.customer, `/api/visits/${scene.id}/events`)
    const outside = [
      await listen(selin, '/api/events'),
      await listen(other.customer, `/api/visits/${other.id}/events`),
    ]
    for (const stream of [mine, theirs, ...outside]) await stream.until(isReady)
    const before = await house.dump()
    assert.is((await scene.customer.post(`/api/visits/${scene.id}/typing`)).status, 204)
    assert.is((await ayse.post(`/api/conversations/${scene.id}/typing`)).status, 204)
    assert.is(await house.dump(), before)
    const signal = await mine.until(({ event }) => event === 'signal')
    assert.equal(JSON.parse(signal.data), { kind: 'typing', conversationId: scene.id, side: 'customer' })
    assert.is(signal.id, undefined)
    await theirs.until(({ event, data }) => event === 'signal' && data.includes('"operator"'))
    // What comes after it proves that the signal did not.
    done(await selin.call('PUT', '/api/status', { status: 'busy' }))
    done(await say(other, 'after it'))
    await outside[0]?.until(({ data }) => data.includes('"busy"'))
    await outside[1]?.until(says('after it'))
    for (const { frames } of outside) assert.not.ok(frames.some(({ data }) => data.includes('"typing"')))
    for (const stream of [mine, theirs, ...outside]) await stream.leave()
  }))

test('who may see a sign of typing is asked for several operators at once, not for each', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse)
    const others = await Promise.all(['Bora', 'Cem', 'Selin'].map((name) => house.operator(name)))
    const streams = await Promise.all([ayse, ...others].map((one) => listen(one, '/api/events')))
    for (const stream of streams) await stream.until(isReady)
    let questions = 0
    const { all } = house.edge.database
    house.edge.database.all = (sql, args) => {
      if (sql.includes('SELECT c.id, c.department_id')) questions += 1
      return all(sql, args)
    }
    assert.is((await scene.customer.post(`/api/visits/${scene.id}/typing`)).status, 204)
    for (const stream of streams) await stream.until(({ event }) => event === 'signal')
    house.edge.database.all = all
    // Once where all listen already; one that still reads how things stand asks by itself a moment later.
    assert.ok(questions >= 1 && questions < streams.length, `asked ${questions} times`)
    for (const stream of streams) await stream.leave()
  }))

test('a disabled operator’s stream ends at once, and tells nothing more', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin', status: 'offline' })
    const ayse = await house.operator('Ayse')
    const stream = await listen(ayse, `/api/events?after=${await lastSeq(house)}`)
    await stream.until(isReady)
    done(await root.call('PATCH', `/api/team/operators/${ayse.id}`, { disabled: true }))
    await stream.ended
    assert.equal(eventsIn(stream.frames), [])
    assert.is((await ayse.get('/api/inbox')).status, 401)
  }))

test('a stream ends with its session', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const stream = await listen(ayse, `/api/events?after=${await lastSeq(house)}`)
    await stream.until(isReady)
    assert.is((await ayse.call('DELETE', '/api/session')).status, 204)
    await stream.ended
    const quiet = await house.operator('Bora')
    const second = await listen(quiet, `/api/events?after=${await lastSeq(house)}`)
    await second.until(isReady)
    house.pass(30 * 24 * 3_600_000)
    await second.ended
  }))

test('an administrator who becomes an operator is read to as one from then on', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin', status: 'offline' })
    const vice = await house.operator('Vice', { role: 'admin', status: 'offline' })
    const ayse = await house.operator('Ayse')
    const departmentId = await house.department('Cards', [ayse])
    const scene = await active(house, ayse, { departmentId })
    const stream = await listen(vice, `/api/events?after=${await lastSeq(house)}`)
    await stream.until(isReady)
    done(await root.call('PATCH', `/api/team/operators/${vice.id}`, { role: 'operator' }))
    done(await say(scene, 'not for vice'))
    await stream.ended
    assert.equal(eventsIn(stream.frames), [])
  }))

test('when a newer link moves the conversation to another phone, the old one hears no more', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse)
    const stream = await listen(
      scene.customer,
      `/api/visits/${scene.id}/events?after=${await lastSeq(house)}`,
    )
    await stream.until(isReady)
    const { link } = done(await ayse.post<InviteAnswer>(`/api/conversations/${scene.id}/resend`))
    done(await house.stranger().post('/api/visits', { token: link.split('#')[1] }))
    await stream.ended
    assert.equal(eventsIn(stream.frames), [])
  }))

test('a reader who leaves, or only asks for the head, leaves no listener behind', () =>
  withEdge(async (house) => {
    let listeners = 0
    const subscribe = house.edge.bus.subscribe
    house.edge.bus.subscribe = (topic, listener) => {
      listeners += 1
      const end = subscribe(topic, listener)
      return () => {
        listeners -= 1
        end()
      }
    }
    const ayse = await house.operator('Ayse')
    const stream = await listen(ayse, '/api/events')
    await stream.until(isReady)
    assert.ok(listeners > 0)
    await stream.leave()
    await (await ayse.send('HEAD', '/api/events')).body?.cancel()
    while (listeners > 0) await new Promise(setImmediate)
  }))

test('the tail that is read for all lets through what each would read alone', () =>
  withEdge(async (house) => {
    const root = await house.operator('Root', { role: 'admin' })
    const [ayse, bora, cem] = await Promise.all(['Ayse', 'Bora', 'Cem'].map((name) => house.operator(name)))
    if (!ayse || !bora || !cem) throw new Error('nobody came')
    const cards = await house.department('Cards', [ayse, bora])
    const loans = await house.department('Loans', [cem])
    const scene = await active(house, ayse, { departmentId: cards, operatorId: ayse.id })
    done(await say(scene, 'within Cards'))
    done(await ayse.post(`/api/conversations/${scene.id}/transfer`, { departmentId: loans }))
    done(await say(scene, 'within Loans'))
    await opened(house, bora)
    const { entries } = await logAfter(house.database, 0)
    const permissions = createPermissions(house.database, house.edge.clock)
    let fewest = entries.length
    for (const { id, role } of [
      { ...root, role: 'admin' },
      ...[ayse, bora, cem].map((one) => ({ ...one, role: 'operator' })),
    ]) {
      const me = { id: id as OperatorId, role }
      const alone = (await operatorBatch(house.database, me, 0)).events
      const told = entries.filter((entry) => maySee(me, entry)).map(({ event }) => event)
      assert.equal(told, alone)
      // Of what leaves no event, such as a sign of typing, each conversation's readers are asked.
      const mayRead = await permissions.mayRead({ ...me } as Operator, scene.id)
      assert.is(mayRead, (await conversationFor(house.database, me, scene.id)) !== null)
      fewest = Math.min(fewest, told.length)
    }
    assert.ok(fewest < entries.length)
  }))

test('a position that is none is the start', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    for (const position of ['', 'x', '-1', '1.5', '1e99', 'NaN']) {
      const stream = await listen(scene.customer, `/api/visits/${scene.id}/events`, {
        'last-event-id': position,
      })
      const first = await stream.until(({ id }) => id !== undefined)
      assert.ok(first.data.includes('link.opened'), position)
      await stream.leave()
    }
  }))

test('who hands a conversation on out of their own reach is still told that it went', () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const cem = await house.operator('Cem', { status: 'offline' })
    const departmentId = await house.department('Cards', [cem])
    const scene = await active(house, ayse, { departmentId: await house.department('Loans', [ayse]) })
    await house.change('UPDATE conversations SET inviter_id = ?', [cem.id])
    const stream = await listen(ayse, `/api/events?after=${await lastSeq(house)}`)
    await stream.until(isReady)
    done(await ayse.post(`/api/conversations/${scene.id}/transfer`, { departmentId }))
    await stream.until(({ data }) => data.includes('conversation.transferred'))
    await stream.leave()
  }))

test.run()
