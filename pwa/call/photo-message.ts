import type { ToolMessage } from './control-message.ts'
import { largestPhoto } from './photo-pieces.ts'

/**
 * The operator asks for a photo, or for a frame to be frozen on both sides; the customer's page answers with
 * `photo` and its pieces, or with `no-photo`.
 */
export type PhotoMessage =
  | { t: 'snapshot'; id: number }
  | { t: 'freeze'; id: number }
  | { t: 'unfreeze' }
  | { t: 'photo'; id: number; size: number }
  | { t: 'no-photo'; id: number }

export function readPhoto(message: ToolMessage): PhotoMessage | null {
  const { t, id, size } = message as { t: string; id: unknown; size: unknown }
  if (t === 'unfreeze') return { t }
  if (!isCount(id)) return null
  if (t === 'snapshot' || t === 'freeze' || t === 'no-photo') return { t, id }
  return t === 'photo' && isCount(size) && size > 0 && size <= largestPhoto ? { t, id, size } : null
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 32
}
