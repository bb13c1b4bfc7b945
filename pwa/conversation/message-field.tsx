import { createEffect, on } from 'solid-js'
import { useWords } from '../words/words.tsx'

interface MessageFieldProps {
  value: string
  onInput(text: string): void
  onSend(): void
  ref(element: HTMLTextAreaElement): void
}

const tallestPx = 160

/**
 * A field that grows with its text. Enter sends where there is a real keyboard;
 * on a phone it is the only way to a new line, so there the button sends.
 */
export function MessageField(props: MessageFieldProps) {
  const words = useWords()
  const hasTouchKeyboard = matchMedia('(pointer: coarse)').matches
  let field: HTMLTextAreaElement | undefined

  // An empty field is as high as it is drawn: measuring it would lay the page out before it is whole.
  createEffect(
    on(
      () => props.value,
      (text, before) => field && (text || before) && fitHeight(field),
    ),
  )

  function onKeyDown(event: KeyboardEvent) {
    // While an input method composes, Enter accepts its suggestion.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || hasTouchKeyboard) return
    event.preventDefault()
    props.onSend()
  }

  return (
    <textarea
      ref={(element) => {
        field = element
        props.ref(element)
      }}
      rows="1"
      dir="auto"
      aria-label={words.t('conversation.message')}
      placeholder={words.t('conversation.placeholder')}
      enterkeyhint={hasTouchKeyboard ? 'enter' : 'send'}
      value={props.value}
      onInput={(event) => props.onInput(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      class="min-h-9 min-w-0 flex-1 resize-none rounded-control bg-sunken px-3 py-2 text-[0.9375rem] leading-5 text-ink outline-none placeholder:text-muted placeholder:overflow-hidden placeholder:text-ellipsis placeholder:whitespace-nowrap focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-info pointer-coarse:min-h-11 pointer-coarse:py-3 pointer-coarse:text-base pointer-coarse:leading-5"
    />
  )
}

function fitHeight(field: HTMLTextAreaElement) {
  field.style.height = 'auto'
  field.style.height = `${Math.min(field.scrollHeight, tallestPx)}px`
}
