import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { encodingFor } from '../../../../pwa/call/quality/encoding.ts'
import {
  afterGap,
  type Climb,
  climb,
  ground,
  type Room,
  rungFor,
  rungs,
  saverKbps,
} from '../../../../pwa/call/quality/ladder.ts'

const room = (kbps: number | null, loss = 0): Room => ({ kbps, loss })

function after(samples: Room[], from: Climb = ground): Climb {
  return samples.reduce(climb, from)
}
const many = (count: number, one: Room) => Array.from({ length: count }, () => one)
const nameOf = ({ at }: Climb) => rungs[at]?.name

for (const [kbps, settled] of [
  [4_000, 'large'],
  [1_000, 'large'],
  [600, 'medium'],
  [250, 'small'],
  [100, 'tiny'],
  [55, 'tiny'],
  [45, 'still'],
  [20, 'still'],
  [0, 'still'],
] as const) {
  test(`room for ${kbps} kbit/s settles at ${settled}, and stays`, () => {
    const there = after(many(40, room(kbps)))
    assert.is(nameOf(there), settled)
    assert.is(nameOf(after(many(200, room(kbps)), there)), settled)
  })
}

test('the first moments are not believed: the estimate begins low', () => {
  assert.is(nameOf(after(many(3, room(20)))), 'medium')
  assert.is(nameOf(after(many(5, room(20)))), 'still')
})

test('one low moment is none, and a fall goes at once to what fits', () => {
  const held = after(many(10, room(600)))
  assert.is(nameOf(after([room(20), room(600)], held)), 'medium')
  assert.is(nameOf(after([room(60), room(60)], held)), 'tiny')
})

test('up goes one by one, and only after a while', () => {
  const low = after(many(10, room(100)))
  assert.is(nameOf(low), 'tiny')
  assert.is(nameOf(after(many(3, room(3_000)), low)), 'tiny')
  assert.is(nameOf(after(many(4, room(3_000)), low)), 'small')
  assert.is(nameOf(after(many(8, room(3_000)), low)), 'medium')
})

test('what lies between two rungs makes nobody climb and fall', () => {
  for (const kbps of [130, 150, 300, 350, 750, 900]) {
    const settled = after(many(60, room(kbps)))
    const seen = new Set<number>()
    let now = settled
    for (let count = 0; count < 100; count++) {
      now = climb(now, room(kbps))
      seen.add(now.at)
    }
    assert.is(seen.size, 1, `${kbps}`)
  }
})

test('a step up that had to be taken back is tried again later and later', () => {
  let now = after(many(10, room(100)))
  const waits: number[] = []
  for (let round = 0; round < 4; round++) {
    let waited = 0
    while (nameOf(now) === 'tiny') {
      now = climb(now, room(200))
      waited += 1
    }
    waits.push(waited)
    while (nameOf(now) === 'small') now = climb(now, room(60))
  }
  assert.equal(waits, [4, 8, 16, 32])
})

test('the first step out of stills is given the time that the estimate takes to grow', () => {
  const stills = after(many(6, room(10)))
  const tried = after(many(4, room(70)), stills)
  assert.equal([nameOf(stills), nameOf(tried)], ['still', 'tiny'])
  assert.is(nameOf(after([...many(7, room(15)), ...many(60, room(60))], tried)), 'tiny')
  assert.is(nameOf(after(many(9, room(15)), tried)), 'still')
})

test('a step up that held makes the next one easy again', () => {
  const tried = after(many(32, room(200)), { ...ground, at: 1, patience: 32 })
  assert.equal([nameOf(tried), tried.patience], ['small', 32])
  const held = after(many(16, room(200)), tried)
  assert.equal([nameOf(held), held.patience], ['small', 4])
})

/** A picture that asks for no more than it gets: the browser's estimate stays near to what is sent. */
const sated = (kbps: number, loss = 0): Room => ({ kbps, loss, isSated: true })

test('a picture that gets all that it asks for tries the next rung, though nobody knows whether there is room', () => {
  assert.is(nameOf(after(many(7, sated(680)))), 'medium')
  assert.is(nameOf(after(many(8, sated(680)))), 'large')
  assert.is(nameOf(after(many(200, room(680)))), 'medium', 'one that would take more has the answer already')
  assert.is(nameOf(after(many(200, sated(680, 0.03)))), 'medium', 'what is lost says that the way is full')
})

test('it is not tried where it would not be kept, nor on thin lines', () => {
  for (const [kbps, kept] of [
    [600, 'medium'],
    [310, 'small'],
    [130, 'tiny'],
  ] as const) {
    const low = { ...ground, at: rungs.findIndex(({ name }) => name === kept) }
    assert.is(nameOf(after(many(200, sated(kbps)), low)), kept)
  }
})

test('one that failed is tried again later and later, and one that holds is no trial any more', () => {
  let now = ground
  const waits: number[] = []
  for (let round = 0; round < 4; round++) {
    let waited = 0
    for (; nameOf(now) === 'medium'; waited++) now = climb(now, sated(680))
    waits.push(waited)
    while (nameOf(now) === 'large') now = climb(now, room(400))
  }
  assert.equal(waits, [8, 16, 32, 64])
  assert.is(nameOf(after(many(200, sated(680)), now)), 'large')
})

test('where the browser names no room, what is lost decides', () => {
  assert.is(nameOf(after(many(6, room(null, 0.15)))), 'small')
  assert.is(nameOf(after(many(40, room(null, 0.15)))), 'still')
  assert.is(nameOf(after(many(10, room(null, 0.05)))), 'medium')
  assert.is(nameOf(after(many(10, room(null, 0)))), 'large')
})

test('each rung is enough for the browser to reach the next: it asks for no more than twice of what is sent', () => {
  for (const [at, { most }] of rungs.entries()) {
    const next = rungs[at + 1]
    if (at > 0 && next) assert.ok(next.from * 1.2 <= most, next.name)
  }
})

test('a wish keeps the picture low, whatever there is room for', () => {
  const high = { ...ground, at: rungs.length - 1 }
  assert.is(rungFor(high, 'all').name, 'large')
  assert.is(rungFor(high, 'still').name, 'still')
  const less = rungFor(high, 'less')
  assert.ok(less.most <= saverKbps && less.most > 0)
  assert.is(rungFor({ ...ground, at: 1 }, 'less').name, 'tiny')
})

const camera = { width: 1280, height: 720, isScreen: false }

for (const [name, source, expected] of [
  ['large', camera, { active: true, scaleResolutionDownBy: 1, maxFramerate: 30 }],
  ['medium', camera, { active: true, scaleResolutionDownBy: 1.5, maxFramerate: 24 }],
  ['tiny', camera, { active: true, scaleResolutionDownBy: 4, maxFramerate: 12 }],
  ['tiny', { ...camera, width: 720, height: 1280 }, { scaleResolutionDownBy: 4 }],
  ['large', { width: 320, height: 180, isScreen: false }, { scaleResolutionDownBy: 1 }],
  ['still', camera, { active: false }],
  ['tiny', { width: 1920, height: 1080, isScreen: true }, { scaleResolutionDownBy: 1, maxFramerate: 6 }],
] as const) {
  const shape = `${source.width}×${source.height}${source.isScreen ? ' of a screen' : ''}`
  test(`${name} of ${shape} is sent as ${JSON.stringify(expected)}`, () => {
    const rung = rungs.find((each) => each.name === name)
    assert.ok(rung)
    const encoding = encodingFor(rung, source)
    assert.equal({ ...encoding, ...expected }, encoding)
    assert.ok(encoding.maxBitrate >= 30_000)
  })
}

test('a gap takes no step, and the moments after it are believed as little as the first', () => {
  const there = after(many(40, room(1_000)))
  const doubted = after([room(10)], there)
  assert.is(nameOf(doubted), 'large')
  const back = after(many(3, room(10)), afterGap(doubted))
  assert.is(nameOf(back), 'large')
  assert.is(nameOf(after([room(10)], back)), 'still')
})

test.run()
