import { For, onCleanup, onMount } from 'solid-js'
import { useWords } from '../words/words.tsx'
import { emojiGroups } from './emojis.ts'

export interface EmojiPanelProps {
  onPick(emoji: string): void
  onClose(): void
}

/** Moves between its buttons by the arrow keys; only one of them is a stop of the Tab key. */
export function EmojiPanel(props: EmojiPanelProps) {
  const words = useWords()
  let panel: HTMLDivElement | undefined

  const buttons = () => [...(panel?.querySelectorAll('button') ?? [])]

  function focusOn(button: HTMLButtonElement | undefined) {
    if (!button) return
    for (const each of buttons()) each.tabIndex = each === button ? 0 : -1
    button.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') return props.onClose()
    const all = buttons()
    const next = nextPlace(event.key, all.indexOf(event.target as HTMLButtonElement), all)
    if (next === null) return
    event.preventDefault()
    focusOn(all[next])
  }

  function onPointerDown(event: PointerEvent) {
    if (!(event.target as Element).closest('[data-emoji]')) props.onClose()
  }

  onMount(() => {
    focusOn(buttons()[0])
    document.addEventListener('pointerdown', onPointerDown)
  })
  onCleanup(() => document.removeEventListener('pointerdown', onPointerDown))

  return (
    <div
      ref={panel}
      data-emoji
      role="dialog"
      aria-label={words.t('conversation.emoji')}
      class="rise absolute end-0 bottom-full z-10 mb-4 max-h-80 w-[19rem] max-w-full overflow-y-auto rounded-card border border-line bg-raised p-2 shadow-high"
      onKeyDown={onKeyDown}
    >
      <For each={emojiGroups}>
        {(group) => (
          <fieldset>
            <legend class="px-1 pt-1 pb-0.5 text-xs text-muted">{words.t(group.name)}</legend>
            <div class="grid grid-cols-8">
              <For each={group.emojis}>
                {(emoji) => (
                  <button
                    type="button"
                    tabindex="-1"
                    class="flex aspect-square items-center justify-center rounded-control font-[Apple_Color_Emoji,Segoe_UI_Emoji,Noto_Color_Emoji] text-lg hover:bg-sunken"
                    onClick={() => props.onPick(emoji)}
                  >
                    {emoji}
                  </button>
                )}
              </For>
            </div>
          </fieldset>
        )}
      </For>
    </div>
  )
}

/** The place that a key leads to: along the reading direction, and by rows as they are seen. */
function nextPlace(key: string, place: number, all: readonly HTMLElement[]): number | null {
  const isRightToLeft = document.documentElement.dir === 'rtl'
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const backward = isRightToLeft ? 'ArrowRight' : 'ArrowLeft'
  if (key === forward) return Math.min(place + 1, all.length - 1)
  if (key === backward) return Math.max(place - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return all.length - 1
  if (key === 'ArrowDown') return rowPlace(all, place, 1)
  if (key === 'ArrowUp') return rowPlace(all, place, -1)
  return null
}

function rowPlace(all: readonly HTMLElement[], place: number, direction: 1 | -1): number {
  const from = all[place]
  const row = all.filter((each) => from && (each.offsetTop - from.offsetTop) * direction > 0)
  const top = direction > 0 ? row[0]?.offsetTop : row.at(-1)?.offsetTop
  const candidates = row.filter((each) => each.offsetTop === top)
  const distance = (each: HTMLElement) => Math.abs(each.offsetLeft - (from?.offsetLeft ?? 0))
  const nearest = candidates.toSorted((one, other) => distance(one) - distance(other))[0]
  return nearest ? all.indexOf(nearest) : place
}
