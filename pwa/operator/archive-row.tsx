import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { Avatar } from '../ui/avatar.tsx'
import { classes } from '../ui/classes.ts'
import { formatDate } from '../words/date-formats.ts'
import { useWords } from '../words/words.tsx'
import type { ArchiveRow as Row } from './archive.ts'
import { Badge } from './badge.tsx'
import { customerLabel } from './customer-label.ts'
import { excerptParts } from './excerpt.ts'

export function ArchiveRow(props: { row: Row; current: boolean }) {
  const { t, language } = useWords()
  const facts = () =>
    [
      props.row.reason && t(`reason.${props.row.reason}`),
      props.row.operator?.name,
      props.row.rating && t(`rating.${props.row.rating}`),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <li>
      <A
        href={`/archive/${props.row.id}`}
        aria-current={props.current ? 'true' : undefined}
        class={classes(
          'flex items-start gap-3 rounded-control px-2.5 py-2 transition-colors',
          props.current ? 'bg-accent-soft' : 'hover:bg-sunken',
        )}
      >
        <Avatar name={props.row.customer.name} />
        <span class="min-w-0 flex-1">
          <span class="flex items-baseline gap-2">
            <span class="min-w-0 flex-1 truncate font-medium" dir="auto">
              {customerLabel(props.row.customer)}
            </span>
            <span class="shrink-0 text-xs text-muted">
              {formatDate(props.row.archivedAt ?? props.row.lastEventAt, language())}
            </span>
          </span>
          <span class="mt-0.5 block truncate text-xs text-muted">{facts()}</span>
          <Show when={props.row.tags.length > 0}>
            <span class="mt-1 flex flex-wrap gap-1">
              <For each={props.row.tags}>{(tag) => <Badge tone="plain">{tag}</Badge>}</For>
            </span>
          </Show>
          <Show when={props.row.excerpt}>
            {(excerpt) => (
              <span class="mt-1 line-clamp-2 text-xs break-words" dir="auto">
                <For each={excerptParts(excerpt())}>
                  {(part) => (
                    <Show when={part.hit} fallback={part.text}>
                      <mark class="rounded-sm bg-warning-soft font-semibold text-ink">{part.text}</mark>
                    </Show>
                  )}
                </For>
              </span>
            )}
          </Show>
        </span>
      </A>
    </li>
  )
}
