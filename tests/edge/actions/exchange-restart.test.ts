import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type RestartWord, restartLimit, sdpLimit } from '../../../edge/domain/restart.ts'
import type { RestartAnswer } from '../../../edge/domain/wire.ts'
import { readStream } from '../../support/event-stream-reader.ts'
import { type TestEdge, withEdge } from '../../support/house.ts'
import { active, callOf, done, hangUp, ringing, type Scene } from '../../support/scenes.ts'

const bases = {
  customer: ({ id }: Scene) => `/api/visits/${id}`,
  operator: ({ id }: Scene) => `/api/conversations/${id}`,
}
type Side = keyof typeof bases

const word = (over: Partial<RestartWord> = {}): RestartWord => ({
  line: 'mc_1',
  turn: 1,
  kind: 'offer',
  to: 0,
  sdp: 'v=0',
  ...over,
})
const answer = (over: Partial<RestartWord> = {}) => word({ kind: 'answer', to: 1, ...over })

async function call(house: TestEdge, name = 'Ayse') {
  const scene = await active(house, await house.operator(name))
  const callId = await callOf(house, scene.id)
  const post = (side: Side, body: unknown, at = callId) =>
    scene[side].post<RestartAnswer>(`${bases[side](scene)}/calls/${at}/restart`, body)
  const hears = async (side: Side, body = {}) => done(await post(side, body)).theirs
  return { scene, callId, post, hears }
}

const rowsOf = (house: TestEdge) => house.rows('SELECT side, line, turn, kind FROM restarts ORDER BY side')

test('each side hears what the other said last', () =>
  withEdge(async (house) => {
    const { hears } = await call(house)
    assert.is(await hears('operator'), null)
    assert.is(await hears('operator', { word: word() }), null)
    assert.equal(await hears('customer'), word())
    assert.equal(await hears('customer', { word: answer() }), word())
    assert.equal(await hears('operator', { word: word() }), answer())
    assert.equal(await hears('operator', { word: word({ turn: 2 }) }), answer())
    assert.equal(await hears('customer'), word({ turn: 2 }))
  }))

test('an older word that was overtaken does not come back', () =>
  withEdge(async (house) => {
    const { hears } = await call(house)
    await hears('operator', { word: word({ turn: 7, sdp: 'new' }) })
    await hears('operator', { word: word({ turn: 3, sdp: 'old' }) })
    assert.is((await hears('customer'))?.sdp, 'new')
  }))

test('it is no event, and the other side’s stream hears at once that something waits', () =>
  withEdge(async (house) => {
    const { scene, hears } = await call(house)
    const before = await house.types()
    const stream = readStream(await scene.customer.send('GET', `${bases.customer(scene)}/events?after=999`))
    await stream.until(({ comment }) => comment === 'ready')
    await hears('operator', { word: word() })
    const sign = await stream.until(({ event }) => event === 'signal')
    assert.equal(JSON.parse(sign.data), { kind: 'restart', conversationId: scene.id, side: 'operator' })
    await stream.leave()
    assert.equal(await house.types(), before)
  }))

test('what was said goes with the call', () =>
  withEdge(async (house) => {
    const { scene, post, hears } = await call(house)
    await hears('operator', { word: word() })
    await hears('customer', { word: answer() })
    assert.is((await rowsOf(house)).length, 2)
    await hangUp(house, scene)
    assert.equal(await rowsOf(house), [])
    for (const side of ['operator', 'customer'] as const) {
      assert.is(
        (await post(side, { word: word({ turn: 9, kind: side === 'operator' ? 'offer' : 'asks' }) })).code,
        'wrong-state',
      )
      assert.is((await post(side, {})).code, 'wrong-state')
    }
    assert.equal(await rowsOf(house), [])
  }))

test('a call that rings has no line to restart', () =>
  withEdge(async (house) => {
    const scene = await ringing(house, await house.operator('Ayse'), 'customer')
    const path = `${bases.operator(scene)}/calls/${scene.callId}/restart`
    assert.is((await scene.operator.post(path, { word: word() })).code, 'wrong-state')
  }))

test('nobody speaks in a call that is not theirs', () =>
  withEdge(async (house) => {
    const mine = await call(house)
    const other = await call(house, 'Bora')
    const before = await house.dump()
    for (const side of ['operator', 'customer'] as const) {
      const said = { word: word({ kind: side === 'operator' ? 'offer' : 'asks' }) }
      assert.is((await mine.post(side, said, other.callId)).code, 'not-found', side)
      assert.is((await mine.post(side, said, crypto.randomUUID())).code, 'not-found', side)
    }
    const path = `${bases.operator(mine.scene)}/calls/${mine.callId}/restart`
    const said = { word: word() }
    assert.is((await other.scene.operator.post(path, said)).code, 'not-allowed')
    assert.is((await house.stranger().post(path, said)).code, 'not-signed-in')
    const door = path.replace('conversations', 'visits')
    for (const customer of [other.scene.customer, house.stranger()]) {
      assert.is((await customer.post(door, said)).code, 'not-found')
    }
    assert.is(await house.dump(), before)
  }))

test('a side says only what is its own to say', () =>
  withEdge(async (house) => {
    const { post } = await call(house)
    for (const kind of ['answer', 'unknown'] as const) {
      assert.is((await post('operator', { word: word({ kind }) })).code, 'invalid-input', kind)
    }
    assert.is((await post('customer', { word: word() })).code, 'invalid-input')
    assert.equal(await rowsOf(house), [])
  }))

test('what is no word, or far too long, is refused, and nothing breaks', () =>
  withEdge(async (house) => {
    const { post, hears } = await call(house)
    const wrong = [
      word({ sdp: 'x'.repeat(sdpLimit + 1) }),
      word({ line: '' }),
      word({ line: 'x'.repeat(65) }),
      word({ turn: -1 }),
      word({ turn: 2 ** 60 }),
      word({ turn: 1.5 }),
      { ...word(), kind: 'rollback' },
      { ...word(), more: 1 },
      'v=0',
    ]
    for (const said of wrong) assert.is((await post('operator', { word: said })).code, 'invalid-input')
    assert.is((await post('operator', { word: word({ sdp: 'x'.repeat(1_000_000) }) })).code, 'too-large')
    assert.equal(await rowsOf(house), [])
    await hears('operator', { word: word({ sdp: 'x'.repeat(sdpLimit) }) })
    assert.is((await hears('customer'))?.sdp.length, sdpLimit)
  }))

test('a side that floods is told to wait, the other one goes on, and a while later it may again', () =>
  withEdge(async (house) => {
    const { post, hears } = await call(house)
    for (let turn = 1; turn <= restartLimit.words; turn++)
      await hears('customer', { word: word({ turn, kind: 'asks' }) })
    const next = { word: word({ turn: restartLimit.words + 1, kind: 'asks' }) }
    assert.equal(
      [(await post('customer', next)).status, (await post('customer', next)).code],
      [429, 'too-many'],
    )
    // Looking costs nothing, and the same word again is only a look.
    await hears('customer', { word: word({ turn: restartLimit.words, kind: 'asks' }) })
    assert.is((await hears('operator', { word: word() }))?.turn, restartLimit.words)
    house.pass(restartLimit.windowMs)
    await hears('customer', next)
  }))

test.run()
