import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { AnyEvent } from '../../../edge/domain/events.ts'
import type { ErrorAnswer } from '../../../edge/domain/wire.ts'
import { withEdge } from '../../support/house.ts'
import { active, done, opened } from '../../support/scenes.ts'

test('a message of either side is one event, whose id is the key that it was sent with', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const key = crypto.randomUUID()
    const path = `/api/conversations/${scene.id}/messages`
    const answer = await scene.operator.post<AnyEvent>(path, { text: ' Merhaba\n' }, { key })
    assert.is(answer.status, 201)
    const posted = (await house.events(scene.id)).at(-1)
    assert.equal(posted?.data, { messageId: key, side: 'operator', text: 'Merhaba' })
    assert.is(answer.body.seq, posted?.seq)
    done(await scene.customer.post(`/api/visits/${scene.id}/messages`, { text: 'Hello' }))
    const second = (await house.events(scene.id)).at(-1)
    assert.equal([second?.type, second?.actor.kind], ['message.posted', 'customer'])
  }))

for (const side of ['customer', 'operator'] as const) {
  test(`a message of the ${side} that is sent again, even with other words, is the first one`, () =>
    withEdge(async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const key = crypto.randomUUID()
      const path = `/api/${side === 'customer' ? 'visits' : 'conversations'}/${scene.id}/messages`
      const send = (text: string) => scene[side].post<AnyEvent>(path, { text }, { key })
      const first = done(await send('first'))
      assert.equal(done(await send('first')), first)
      assert.equal(done(await send('second')), first)
      assert.equal(done(await send('')), first)
      assert.is((await house.types(scene.id)).filter((type) => type === 'message.posted').length, 1)
    }))

  test(`twenty messages of the ${side} sent at once, each of them twice, are twenty`, () =>
    withEdge(async (house) => {
      const scene = await active(house, await house.operator('Ayse'))
      const path = `/api/${side === 'customer' ? 'visits' : 'conversations'}/${scene.id}/messages`
      const texts = Array.from({ length: 20 }, (_, at) => `message ${at}`)
      const keys = texts.map(() => crypto.randomUUID())
      const sendAll = () => texts.map((text, at) => scene[side].post(path, { text }, { key: keys[at] ?? '' }))
      const answers = await Promise.all([...sendAll(), ...sendAll()])
      assert.ok(answers.every(({ status }) => status === 201))
      const posted = (await house.events(scene.id)).filter((event) => event.type === 'message.posted')
      assert.equal(posted.map(({ data }) => data.text).sort(), [...texts].sort())
    }))
}

test("another device that knows a customer's key is not given the answer", () =>
  withEdge(async (house) => {
    const ayse = await house.operator('Ayse')
    const scene = await active(house, ayse)
    const { customer: other } = await opened(house, ayse)
    const key = crypto.randomUUID()
    const path = `/api/visits/${scene.id}/messages`
    done(await scene.customer.post(path, { text: 'my card number' }, { key }))
    assert.is((await other.post(path, { text: 'x' }, { key })).status, 404)
  }))

test('two people may happen on the same key', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const key = 'one-key-for-two'
    done(await scene.operator.post(`/api/conversations/${scene.id}/messages`, { text: 'a' }, { key }))
    done(await scene.customer.post(`/api/visits/${scene.id}/messages`, { text: 'b' }, { key }))
    assert.is((await house.types(scene.id)).filter((type) => type === 'message.posted').length, 2)
  }))

test('an empty message and one of 100,000 characters are refused in a sentence', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const path = `/api/visits/${scene.id}/messages`
    const send = (text: string) => scene.customer.post<ErrorAnswer>(path, { text })
    const before = await house.dump()
    for (const text of ['', '   ', '\u0000', '\u202e']) {
      const { status, body } = await send(text)
      assert.equal(
        [status, body.error.message, body.error.details],
        [422, 'The message is empty.', { field: 'text' }],
      )
    }
    const { status, body } = await send('a'.repeat(100_000))
    assert.equal([status, body.error.code], [413, 'too-large'])
    assert.is(body.error.message, 'A message has 10000 characters at most.')
    assert.is(await house.dump(), before)
  }))

test('a message of ten thousand characters in any script is taken whole', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    for (const letter of ['a', 'ş', '漢', '\\', '"']) {
      const text = letter.repeat(10_000)
      done(await scene.customer.post(`/api/visits/${scene.id}/messages`, { text }))
      const [row] = await house.rows(
        "SELECT json_extract(data, '$.text') AS text FROM events ORDER BY seq DESC LIMIT 1",
      )
      assert.is(row?.text, text)
    }
  }))

test('messages that are each sent twice at the same moment are posted once, and both get the answer', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    const path = `/api/visits/${scene.id}/messages`
    const keys = Array.from({ length: 5 }, () => crypto.randomUUID())
    const answers = await Promise.all(
      [...keys, ...keys].map((key) => scene.customer.post<AnyEvent>(path, { text: key }, { key })),
    )
    const seqs = answers.map((answer) => done(answer).seq)
    assert.equal(seqs.slice(keys.length), seqs.slice(0, keys.length))
    const posted = (await house.events(scene.id)).filter(({ type }) => type === 'message.posted')
    assert.equal(posted.map(({ seq }) => seq).toSorted(), seqs.slice(0, keys.length).toSorted())
  }))

test.run()
