import type { Side } from '../../edge/domain/tickets.ts'
import type { Box } from './tile-place.ts'

const margin = 12

/** Where a reduced video may stand. The customer must always reach the header and the field to write in. */
export function freeArea(stage: HTMLElement | undefined, side: Side): Box {
  const page = side === 'customer' ? stage?.closest('main') : null
  const top = page?.querySelector(':scope > header')?.getBoundingClientRect().bottom ?? 0
  const bottom = page?.querySelector('form')?.getBoundingClientRect().top ?? innerHeight
  return {
    left: margin,
    top: top + margin,
    width: innerWidth - 2 * margin,
    height: bottom - top - 2 * margin,
  }
}
