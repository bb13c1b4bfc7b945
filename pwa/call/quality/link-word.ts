import type { ToolMessage } from '../control-message.ts'
import type { Wish } from './ladder.ts'

/**
 * What two sides tell each other about the connection: why pictures stand still where they do, and what they
 * ask of each other; and the stills themselves, each with its pieces behind it and answered once it is seen.
 */
export type LinkWord =
  /** `wantsAnswer`: whoever says it has just come, and knows nothing of the other side yet. */
  | { t: 'link'; stills: Stills; asks: Wish; wantsAnswer: boolean }
  | { t: 'still'; id: number; size: number }
  | { t: 'still-seen'; id: number }

/** Why stills are sent in the place of video, if they are. */
export type Stills = 'weak' | 'chosen' | null

/** A still is worth showing at once or never; this is more than a large one takes. */
export const largestStill = 512 * 1024

// Photos that are asked for have the lower half of the numbers: their pieces go over the same wire.
export const firstStillId = 2 ** 31

export function readLink(message: ToolMessage): LinkWord | null {
  const { t, id, size, stills, asks } = message
  if (t === 'link') {
    const wantsAnswer = message.wantsAnswer === true
    return isStills(stills) && isWish(asks) ? { t, stills, asks, wantsAnswer } : null
  }
  if (!isStillId(id)) return null
  if (t === 'still-seen') return { t, id }
  return t === 'still' && isSize(size) ? { t, id, size } : null
}

/** Whether a piece belongs to a still: to the photo tools it is somebody else's. */
export function isStillId(id: unknown): id is number {
  return Number.isInteger(id) && (id as number) >= firstStillId && (id as number) < 2 ** 32
}

function isStills(value: unknown): value is Stills {
  return value === null || value === 'weak' || value === 'chosen'
}

function isWish(value: unknown): value is Wish {
  return value === 'all' || value === 'less' || value === 'still'
}

function isSize(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) <= largestStill
}
