import Camera from 'lucide-solid/icons/camera'
import FileText from 'lucide-solid/icons/file-text'
import Images from 'lucide-solid/icons/images'
import { For, onCleanup, onMount } from 'solid-js'
import { useWords } from '../../words/words.tsx'
import { type Choice, pickFiles } from './pick-files.ts'

export interface AddMenuProps {
  onFiles(files: readonly File[]): void
  onClose(hasChosen: boolean): void
}

const choices: readonly { choice: Choice; icon: typeof Camera }[] = [
  { choice: 'camera', icon: Camera },
  { choice: 'media', icon: Images },
  { choice: 'documents', icon: FileText },
]

/** Above the plus: what to send. A desktop has no camera app to hand over to. */
export function AddMenu(props: AddMenuProps) {
  const words = useWords()
  const hasCameraApp = matchMedia('(pointer: coarse)').matches
  const offered = choices.filter(({ choice }) => choice !== 'camera' || hasCameraApp)
  let menu: HTMLDivElement | undefined

  const items = () => [...(menu?.querySelectorAll('button') ?? [])]

  function onKeyDown(event: KeyboardEvent) {
    const all = items()
    const place = all.indexOf(event.target as HTMLButtonElement)
    const next = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Escape') props.onClose(false)
    if (event.key === 'Tab') props.onClose(true)
    if (next === undefined) return
    event.preventDefault()
    all.at(next % all.length)?.focus()
  }

  function onPointerDown(event: PointerEvent) {
    if (!(event.target as Element).closest('[data-add-files]')) props.onClose(true)
  }

  async function choose(choice: Choice) {
    const picked = pickFiles(choice)
    props.onClose(true)
    const files = await picked
    if (files.length > 0) props.onFiles(files)
  }

  onMount(() => {
    items()[0]?.focus()
    document.addEventListener('pointerdown', onPointerDown)
  })
  onCleanup(() => document.removeEventListener('pointerdown', onPointerDown))

  return (
    <div
      ref={menu}
      data-add-files
      role="menu"
      tabindex="-1"
      aria-label={words.t('conversation.add-files')}
      class="rise absolute end-0 bottom-full z-10 mb-4 min-w-56 rounded-card border border-line bg-raised p-1 shadow-high"
      onKeyDown={onKeyDown}
    >
      <For each={offered}>
        {({ choice, icon }) => (
          <button
            type="button"
            role="menuitem"
            tabindex="-1"
            class="flex h-10 w-full items-center gap-3 rounded-control px-3 text-start text-sm hover:bg-sunken focus-visible:bg-sunken pointer-coarse:h-12"
            onClick={() => void choose(choice)}
          >
            {icon({ class: 'size-[1.125rem] text-muted' })}
            {words.t(`attachments.add.${choice as 'camera' | 'media' | 'documents'}`)}
          </button>
        )}
      </For>
    </div>
  )
}
