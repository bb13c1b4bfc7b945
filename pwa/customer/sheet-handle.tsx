import { useWords } from '../words/words.tsx'
import type { ChatSheet } from './chat-sheet.ts'

/** The bar at the sheet's upper edge: to be pulled, or tapped. */
export function SheetHandle(props: { sheet: ChatSheet; class?: string }) {
  const { t } = useWords()
  const label = () => t(props.sheet.height() === 'tall' ? 'customer.sheet.less' : 'customer.sheet.more')
  return (
    <button
      type="button"
      aria-label={label()}
      class={`flex h-6 w-full shrink-0 touch-none items-center justify-center border-t border-line ${props.class ?? ''}`}
      onPointerDown={props.sheet.pulled}
      onClick={props.sheet.turn}
    >
      <span class="h-1 w-10 rounded-full bg-line-strong" />
    </button>
  )
}
