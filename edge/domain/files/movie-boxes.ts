// MP4 and QuickTime by ISO 14496-12: boxes of a length and a name, some of them with boxes inside.

import { ascii, type ReadBytes, u32, view } from './bytes.ts'

export interface Box {
  name: string
  at: number
  /** Where its content begins, behind length and name. */
  content: number
  end: number
}

/** How many boxes may still be looked at: a file of nothing but tiny ones must not take for ever. */
export interface Patience {
  boxes: number
}

export const someBoxes = (): Patience => ({ boxes: 50_000 })

/** The boxes that lie between the two places; one that claims more ends where they do, and a broken one ends the list. */
export async function* boxesIn(
  read: ReadBytes,
  from: number,
  to: number,
  patience = someBoxes(),
): AsyncGenerator<Box> {
  for (let at = from; at + 8 <= to && patience.boxes > 0; patience.boxes--) {
    const head = await read(at, 16)
    const isLong = u32(head, 0) === 1 && head.length === 16
    const length = isLong ? Number(view(head).getBigUint64(8)) : u32(head, 0) || to - at
    const headBytes = isLong ? 16 : 8
    if (length < headBytes) return
    const end = Math.min(at + length, to)
    yield { name: ascii(head, 4, 4), at, content: at + headBytes, end }
    at = end
  }
}
