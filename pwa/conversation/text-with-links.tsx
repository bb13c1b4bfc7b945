import { For, Show } from 'solid-js'
import { findLinks } from './links.ts'

/** A text with its links. A page behind a link learns nothing of where it was opened. */
export function TextWithLinks(props: { text: string }) {
  return (
    <For each={findLinks(props.text)}>
      {(part) => (
        <Show when={part.href} fallback={part.text}>
          {(href) => (
            <a
              href={href()}
              target="_blank"
              rel="noopener noreferrer nofollow"
              class="text-info underline underline-offset-2"
            >
              {part.text}
            </a>
          )}
        </Show>
      )}
    </For>
  )
}
