import Smile from 'lucide-solid/icons/face-slightly-smiling'
import { createSignal, Show } from 'solid-js'
import { IconButton } from '../ui/icon-button.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { useWords } from '../words/words.tsx'
import { later } from './later.tsx'

const EmojiPanel = later(() => import('./emoji-panel.tsx').then((parts) => parts.EmojiPanel))

/** Opens the panel above the composer; it stays open for several picks. */
export function EmojiButton(props: { onPick(emoji: string): void; returnFocus(): void }) {
  const words = useWords()
  const [open, setOpen] = createSignal(false)
  function close() {
    setOpen(false)
    // On a phone the focus would call the keyboard up.
    if (!matchMedia('(pointer: coarse)').matches) props.returnFocus()
  }
  return (
    <>
      <IconButton
        label={words.t('conversation.emoji')}
        icon={open() && !EmojiPanel.isHere() ? Spinner : Smile}
        data-emoji
        aria-haspopup="dialog"
        aria-expanded={open()}
        onPointerEnter={EmojiPanel.preload}
        onClick={() => (open() ? close() : setOpen(true))}
      />
      <Show when={open()}>
        <EmojiPanel onPick={props.onPick} onClose={close} />
      </Show>
    </>
  )
}
