import type { DrawingMessage, DrawingTool } from './drawing-message.ts'
import type { Spot } from './picture-geometry.ts'

export interface Stroke {
  id: number
  tool: DrawingTool
  points: readonly Spot[]
}

/** What has been drawn on a frozen picture. Both sides apply the same messages and see the same. */
export type Drawing = readonly Stroke[]

const mostStrokes = 300

export function applyDrawing(drawing: Drawing, message: DrawingMessage): Drawing {
  if (message.t === 'clear') return []
  if (message.t === 'undo') return drawing.slice(0, -1)
  const { id, tool, from, points } = message
  const last = drawing.at(-1)
  if (last?.id === id) {
    return [...drawing.slice(0, -1), { ...last, points: [...last.points.slice(0, from), ...points] }]
  }
  return drawing.length < mostStrokes ? [...drawing, { id, tool, points }] : drawing
}

export interface Frame {
  width: number
  height: number
}

/** How thick a line is on a frame of this size. */
export function strokeWidth({ width, height }: Frame): number {
  return Math.max(width, height) / 150
}

/** The stroke as an SVG path in the frame's own pixels; the same path is put on the photo that is kept. */
export function pathOf({ tool, points }: Stroke, frame: Frame): string {
  const at = points.map(({ x, y }) => [x * frame.width, y * frame.height] as const)
  const [first] = at
  const last = at.at(-1)
  if (!first || !last) return ''
  if (tool === 'arrow') return arrow(first, last, strokeWidth(frame) * 5)
  return tool === 'circle' ? ellipse(first, last) : freeLine(at)
}

type Place = readonly [x: number, y: number]

// Curves through the middles between the points, so that a quick hand draws no corners.
function freeLine(at: readonly Place[]): string {
  const [first, ...rest] = at
  const last = rest.at(-1) ?? first
  const curves = rest.slice(0, -1).map((point, index) => {
    const [x, y] = middle(point, rest[index + 1] ?? point)
    return `Q${point[0]} ${point[1]} ${x} ${y}`
  })
  return `M${first?.join(' ')}${curves.join('')}L${last?.join(' ')}`
}

function arrow(from: Place, to: Place, head: number): string {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0])
  const wing = (turn: number) =>
    `L${to[0] - head * Math.cos(angle + turn)} ${to[1] - head * Math.sin(angle + turn)}`
  return `M${from.join(' ')}L${to.join(' ')}M${to.join(' ')}${wing(0.5)}M${to.join(' ')}${wing(-0.5)}`
}

function ellipse(from: Place, to: Place): string {
  const [x, y] = middle(from, to)
  const across = Math.abs(to[0] - from[0]) / 2
  const down = Math.abs(to[1] - from[1]) / 2
  const half = (end: number) => `A${across} ${down} 0 0 1 ${end} ${y}`
  return `M${x - across} ${y}${half(x + across)}${half(x - across)}`
}

function middle(one: Place, other: Place): Place {
  return [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2]
}
