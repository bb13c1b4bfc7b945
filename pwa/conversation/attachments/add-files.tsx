import Plus from 'lucide-solid/icons/plus'
import { createSignal, Show } from 'solid-js'
import { IconButton } from '../../ui/icon-button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { useWords } from '../../words/words.tsx'
import type { ConversationFiles } from './conversation-files.ts'

/** The plus at the lower right: opens what can be sent. */
export function AddFiles(props: { files: ConversationFiles }) {
  const words = useWords()
  const [open, setOpen] = createSignal(false)
  let button: HTMLButtonElement | undefined

  function close(hasChosen: boolean) {
    setOpen(false)
    if (!hasChosen) button?.focus()
  }

  return (
    <>
      <IconButton
        ref={(element: HTMLButtonElement) => (button = element)}
        label={words.t('conversation.add-files')}
        icon={open() && !props.files.parts.Menu.isHere() ? Spinner : Plus}
        data-add-files
        aria-haspopup="menu"
        aria-expanded={open()}
        onPointerEnter={props.files.parts.Menu.preload}
        onClick={() => setOpen(!open())}
      />
      <Show when={open()}>
        <props.files.parts.Menu onFiles={props.files.add} onClose={close} />
      </Show>
    </>
  )
}
