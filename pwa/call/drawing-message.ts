import type { ToolMessage } from './control-message.ts'
import { isSpot, type Spot } from './picture-geometry.ts'

export const drawingTools = ['line', 'arrow', 'circle'] as const
export type DrawingTool = (typeof drawingTools)[number]

/** `stroke` puts `points` in the place of all from number `from` on, so that a line grows as it is drawn. */
export type DrawingMessage =
  | { t: 'stroke'; id: number; tool: DrawingTool; from: number; points: readonly Spot[] }
  | { t: 'undo' }
  | { t: 'clear' }

/** So many fit into one message. */
export const mostPoints = 100
export const longestStroke = 4_000

/** As it goes over the wire: the points flat, and no finer than a screen shows. */
export function writeStroke(message: DrawingMessage & { t: 'stroke' }) {
  return { ...message, points: message.points.flatMap(({ x, y }) => [rounded(x), rounded(y)]) }
}

export function readDrawing(message: ToolMessage): DrawingMessage | null {
  if (message.t === 'undo' || message.t === 'clear') return { t: message.t }
  if (message.t !== 'stroke') return null
  const { id, tool, from, points } = message as unknown as Record<string, unknown>
  const known = drawingTools.find((one) => one === tool)
  if (!known || !Number.isInteger(id) || !isPlace(from)) return null
  const spots = readSpots(points)
  return spots && { t: 'stroke', id: id as number, tool: known, from, points: spots }
}

function readSpots(points: unknown): Spot[] | null {
  if (!Array.isArray(points) || points.length > 2 * mostPoints || points.length % 2) return null
  const spots = Array.from({ length: points.length / 2 }, (_, at) => ({
    x: points[2 * at],
    y: points[2 * at + 1],
  }))
  return spots.every(isSpot) ? spots : null
}

function isPlace(from: unknown): from is number {
  return Number.isInteger(from) && (from as number) >= 0 && (from as number) < longestStroke
}

function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4
}
