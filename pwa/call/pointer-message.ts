import type { ToolMessage } from './control-message.ts'
import { isSpot, type Spot } from './picture-geometry.ts'

/** `ping` blooms once where the operator tapped; `point-off` puts the hand away. */
export type PointerMessage = ({ t: 'point' } & Spot) | ({ t: 'ping' } & Spot) | { t: 'point-off' }

export function readPointer(message: ToolMessage | ArrayBuffer): PointerMessage | null {
  if (message instanceof ArrayBuffer) return null
  const { t, x, y } = message as { t: string; x: unknown; y: unknown }
  if (t === 'point-off') return { t }
  return (t === 'point' || t === 'ping') && isSpot({ x, y }) ? { t, x: x as number, y: y as number } : null
}
