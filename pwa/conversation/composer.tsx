import SendHorizontal from 'lucide-solid/icons/send-horizontal'
import { type JSX, Show } from 'solid-js'
import { messageLimit, readMessage } from '../../edge/domain/message.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from '../words/words.tsx'
import { createDraft } from './draft.ts'
import { EmojiButton } from './emoji-button.tsx'
import { MessageField } from './message-field.tsx'

export interface ComposerProps {
  onSend(text: string): void
  onTyping?(): void
  /** Further buttons, at the lower right beside the emoji. */
  tools?: JSX.Element
  /** Keeps an unfinished message under this name. */
  draftName?: string | undefined
}

/** Where a message is written: the field, emoji and tools, and the button that sends. */
export function Composer(props: ComposerProps) {
  const words = useWords()
  const [text, setText] = createDraft(props.draftName)
  let field: HTMLTextAreaElement | undefined
  const excess = () => text().trim().length - messageLimit

  function write(next: string) {
    setText(next)
    if (next) props.onTyping?.()
  }

  function send() {
    const message = readMessage(text())
    if (message === null) return
    props.onSend(message)
    setText('')
    field?.focus()
  }

  function insert(emoji: string) {
    if (!field) return
    field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end')
    write(field.value)
  }

  return (
    <form
      class="border-t border-line bg-raised px-2 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Show when={excess() > 0}>
        <p role="alert" class="px-2 pb-1 text-xs text-danger">
          {words.t('conversation.too-long', { count: excess() })}
        </p>
      </Show>
      <div class="relative mx-auto flex max-w-3xl items-end gap-1">
        <MessageField ref={(element) => (field = element)} value={text()} onInput={write} onSend={send} />
        <EmojiButton onPick={insert} returnFocus={() => field?.focus()} />
        {props.tools}
        <IconButton
          type="submit"
          label={words.t('conversation.send')}
          icon={SendHorizontal}
          variant="primary"
          class="rounded-full! rtl:-scale-x-100"
          disabled={readMessage(text()) === null}
        />
      </div>
    </form>
  )
}
