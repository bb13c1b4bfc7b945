import type { OpenCall } from '../../edge/domain/wire.ts'
import { classes } from '../ui/classes.ts'
import type { SheetHeight } from './chat-sheet.ts'

/** `ring` is a card above the chat; `chat` has the screen for itself, also below a reduced video. */
export type Layout = 'waiting' | 'stage' | 'ring' | 'chat'

export function layoutFor(call: OpenCall | null, isWaiting: boolean, isReduced: boolean): Layout {
  if (call?.state === 'live') return isReduced ? 'chat' : 'stage'
  if (call) return 'ring'
  return isWaiting ? 'waiting' : 'chat'
}

const rows: Record<SheetHeight, string> = {
  low: 'grid-rows-[auto_minmax(0,1fr)_9rem]',
  half: 'grid-rows-[auto_minmax(0,3fr)_minmax(0,2fr)]',
  tall: 'grid-rows-[auto_minmax(9rem,3fr)_minmax(0,7fr)]',
}

export const isDivided = (layout: Layout) => layout === 'stage' || layout === 'waiting'

/** With a keyboard on the screen the picture shrinks and stays, and the chat gets the rest. */
export function screenLayout(layout: Layout, sheet: SheetHeight): string {
  return classes(
    'grid h-dvh w-full grid-cols-[minmax(0,1fr)] overflow-clip transition-[grid-template-rows]',
    isDivided(layout)
      ? classes(
          rows[sheet],
          'pointer-coarse:has-[textarea:focus]:grid-rows-[auto_minmax(9rem,2fr)_minmax(0,3fr)]',
          'sm:landscape:grid-cols-[minmax(0,1fr)_min(25rem,45%)] sm:landscape:grid-rows-[auto_minmax(0,1fr)]!',
        )
      : 'grid-rows-[auto_auto_minmax(0,1fr)]',
  )
}

export function headerPlace(layout: Layout): string {
  return isDivided(layout) ? 'sm:landscape:col-start-2 sm:landscape:row-start-1' : ''
}

export function upperPlace(layout: Layout): string {
  const wide = 'sm:landscape:col-start-1 sm:landscape:row-span-2 sm:landscape:row-start-1'
  if (layout === 'stage') return classes('relative min-h-0 bg-stage text-on-stage', wide)
  if (layout === 'waiting') {
    return classes(
      'flex min-h-0 flex-col items-center justify-center-safe gap-5 overflow-y-auto bg-stage p-6 text-on-stage',
      wide,
    )
  }
  // Above the chat, which would cut its shadow off.
  return layout === 'ring' ? 'relative z-10 mx-auto w-full max-w-3xl p-3' : ''
}

export function chatPlace(layout: Layout): string {
  return isDivided(layout)
    ? 'sm:landscape:col-start-2 sm:landscape:row-start-2 border-line sm:landscape:border-s'
    : ''
}
