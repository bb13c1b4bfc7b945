import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { applyDrawing, type Drawing, pathOf } from '../../../pwa/call/drawing.ts'
import {
  type DrawingMessage,
  drawingTools,
  longestStroke,
  readDrawing,
  writeStroke,
} from '../../../pwa/call/drawing-message.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const spots = fc.array(fc.record({ x: share, y: share }), { minLength: 1, maxLength: 100 })
const stroke = (id: number, from: number, ...at: number[]): DrawingMessage => ({
  t: 'stroke',
  id,
  tool: 'line',
  from,
  points: at.map((x) => ({ x, y: x })),
})
const drawn = (...messages: DrawingMessage[]) => messages.reduce<Drawing>(applyDrawing, [])
const xs = (drawing: Drawing) => drawing.map(({ points }) => points.map(({ x }) => x))

test('what one side draws the other reads, as fine as a screen shows it', () => {
  fc.assert(
    fc.property(spots, fc.constantFrom(...drawingTools), (points, tool) => {
      const told = JSON.parse(JSON.stringify(writeStroke({ t: 'stroke', id: 3, tool, from: 0, points })))
      const read = readDrawing(told)
      assert.ok(read?.t === 'stroke' && read.tool === tool && read.points.length === points.length)
      return read.points.every(({ x, y }, at) => {
        const point = points[at]
        return point && Math.abs(x - point.x) <= 1e-4 && Math.abs(y - point.y) <= 1e-4
      })
    }),
  )
})

test('a line grows, an arrow’s end moves, and saying it twice changes nothing', () => {
  assert.equal(xs(drawn(stroke(1, 0, 0.1), stroke(1, 1, 0.2, 0.3))), [[0.1, 0.2, 0.3]])
  assert.equal(xs(drawn(stroke(1, 0, 0.1), stroke(1, 1, 0.2), stroke(1, 1, 0.9))), [[0.1, 0.9]])
  assert.equal(xs(drawn(stroke(1, 0, 0.1), stroke(2, 0, 0.5), stroke(2, 0, 0.5))), [[0.1], [0.5]])
})

test('undo takes the last stroke, clear takes all', () => {
  assert.equal(xs(drawn(stroke(1, 0, 0.1), stroke(2, 0, 0.5), { t: 'undo' })), [[0.1]])
  assert.equal(drawn({ t: 'undo' }), [])
  assert.equal(drawn(stroke(1, 0, 0.1), stroke(2, 0, 0.5), { t: 'clear' }), [])
})

test('a flood of strokes ends at a limit', () => {
  const flood = Array.from({ length: 1_000 }, (_, id) => stroke(id, 0, 0.5))
  assert.is(drawn(...flood).length, 300)
})

test('what is no stroke is not drawn', () => {
  const good = { t: 'stroke', id: 1, tool: 'arrow', from: 0, points: [0, 0, 1, 1] }
  assert.ok(readDrawing(good))
  const bad: Record<string, unknown>[] = [
    { tool: 'spray' },
    { id: 'x' },
    { from: -1 },
    { from: longestStroke },
    { points: [0, 0, 1] },
    { points: [0, 2] },
    { points: ['0', 0] },
    { points: Array.from({ length: 202 }, () => 0) },
    { points: '0,0' },
  ]
  for (const fault of bad) assert.is(readDrawing({ ...good, ...fault }), null, JSON.stringify(fault))
  assert.is(readDrawing({ t: 'unfreeze' }), null)
})

test('every stroke has a path of plain numbers, so that nothing else gets into the page', () => {
  fc.assert(
    fc.property(spots, fc.constantFrom(...drawingTools), (points, tool) => {
      const path = pathOf({ id: 1, tool, points }, { width: 1280, height: 720 })
      return /^[MLQA\d .e-]+$/.test(path) && !path.includes('NaN')
    }),
  )
  assert.is(pathOf({ id: 1, tool: 'line', points: [] }, { width: 1, height: 1 }), '')
})

test.run()
