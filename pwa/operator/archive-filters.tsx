import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createResource, Show } from 'solid-js'
import type { ArchiveFilters as Filters } from '../../edge/domain/archive.ts'
import { clockReason, endReasons } from '../../edge/domain/conversation.ts'
import { request } from '../platform/request.ts'
import { classes } from '../ui/classes.ts'
import { fieldBoxClasses } from '../ui/field.tsx'
import { useWords } from '../words/words.tsx'
import { useDesk } from './desk.ts'
import { useDevice } from './device/device.ts'

const reasons: NonNullable<Filters['reason']>[] = [...endReasons, clockReason]

/** By tag, reason and operator; each narrows the others down. */
export function ArchiveFilters(props: { value: Filters; onChange(filters: Filters): void }) {
  const { t } = useWords()
  const desk = useDesk()
  const device = useDevice()
  const [tags] = createResource(
    () => desk.connection(),
    async () => {
      const found = await request<{ tags: string[] }>('GET', '/api/archive/tags').catch(() => null)
      return found?.tags ?? device.archive.tags().catch(() => [])
    },
  )
  const change = (part: Partial<Filters>) => props.onChange({ ...props.value, ...part })
  return (
    <fieldset aria-label={t('archive.filters')} class="flex gap-1.5 border-b border-line px-3 py-2">
      <Show when={(tags.latest ?? []).length > 0 || props.value.tag}>
        <Choice
          label={t('archive.tag')}
          value={props.value.tag ?? ''}
          options={(tags.latest ?? []).map((tag) => ({ value: tag, label: tag }))}
          onChange={(tag) => change({ tag: tag || null })}
        />
      </Show>
      <Choice
        label={t('card.reason')}
        value={props.value.reason ?? ''}
        options={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        onChange={(value) => change({ reason: reasons.find((known) => known === value) ?? null })}
      />
      <Choice
        label={t('card.operator')}
        value={props.value.operatorId ?? ''}
        options={desk.inbox.team.operators.map(({ id, name, email }) => ({
          value: id,
          label: name || email,
        }))}
        onChange={(id) => change({ operatorId: id || null })}
      />
    </fieldset>
  )
}

function Choice(props: {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange(value: string): void
}) {
  return (
    <span class="relative min-w-0 flex-1">
      <select
        aria-label={props.label}
        onChange={(event) => props.onChange(event.currentTarget.value)}
        class={classes(
          fieldBoxClasses,
          'h-8 appearance-none truncate ps-2 pe-7 text-xs pointer-coarse:h-10',
          props.value && 'border-accent',
        )}
      >
        <option value="" selected={props.value === ''}>
          {props.label}
        </option>
        {props.options.map(({ value, label }) => (
          <option value={value} selected={props.value === value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown class="pointer-events-none absolute end-2 top-1/2 size-3.5 -translate-y-1/2 text-muted" />
    </span>
  )
}
