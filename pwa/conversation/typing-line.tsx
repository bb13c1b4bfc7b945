import { Show } from 'solid-js'
import { useWords } from '../words/words.tsx'

/** Keeps its place when nobody types, so that the list does not jump. */
export function TypingLine(props: { name: string; typing: boolean }) {
  const words = useWords()
  return (
    <p class="mx-auto flex h-5 w-full max-w-3xl items-center gap-2 px-5 text-xs text-muted">
      <Show when={props.typing}>
        <span class="appear flex items-center gap-2">
          <span aria-hidden="true" class="flex gap-0.5">
            <span class="size-1 animate-pulse rounded-full bg-muted" />
            <span class="size-1 animate-pulse rounded-full bg-muted [animation-delay:300ms]" />
            <span class="size-1 animate-pulse rounded-full bg-muted [animation-delay:600ms]" />
          </span>
          {words.t('conversation.typing', { name: props.name })}
        </span>
      </Show>
    </p>
  )
}
