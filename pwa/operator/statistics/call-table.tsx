import { For, type JSX } from 'solid-js'
import type { CallDay, CallStatistics } from '../../../edge/domain/wire.ts'
import { classes } from '../../ui/classes.ts'
import { formatDate } from '../../words/date-formats.ts'
import { useWords, type WordKey, type Words } from '../../words/words.tsx'

type Sums = Omit<CallDay, 'at'>

interface Column {
  head: WordKey
  cell(sums: Sums, words: Words): JSX.Element
}

const columns: readonly Column[] = [
  { head: 'statistics.count', cell: ({ calls }) => calls },
  { head: 'statistics.answered', cell: ({ answered }) => answered },
  { head: 'statistics.unanswered', cell: ({ ends }) => ends.missed + ends.declined + ends.cancelled },
  { head: 'statistics.minutes', cell: ({ minutes }) => minutes },
  {
    head: 'statistics.first-frame',
    cell: ({ firstFrameMedianMs }, words) => seconds(firstFrameMedianMs, words),
  },
  { head: 'statistics.direct', cell: ({ ways }) => ways.direct },
  { head: 'statistics.relay', cell: ({ ways }) => ways.relay },
  { head: 'statistics.good', cell: ({ pictures }) => pictures.good },
  { head: 'statistics.weak', cell: ({ pictures }) => pictures.poor + pictures.stills },
  { head: 'statistics.restarts', cell: ({ restarts }) => restarts },
  { head: 'statistics.hung-up', cell: ({ ends }) => ends['hung-up'] },
  { head: 'statistics.lost', cell: ({ ends }) => ends.lost },
]

// Stays while the numbers are scrolled past it.
const dayClasses = 'sticky start-0 bg-inherit px-3 text-start whitespace-nowrap'

/** One row a day, newest first, under the sums of all. */
export function CallTable(props: { statistics: CallStatistics; days: number }) {
  const words = useWords()
  const Row = (row: { name: string; sums: Sums; class?: string }) => (
    <tr class={row.class}>
      <th scope="row" class={classes(dayClasses, 'py-2 font-medium')}>
        {row.name}
      </th>
      <For each={columns}>{({ cell }) => <td class="px-2.5 py-2 text-end">{cell(row.sums, words)}</td>}</For>
    </tr>
  )
  return (
    <div tabindex="0" class="overflow-x-auto rounded-card border border-line bg-raised">
      <table class="w-full border-collapse text-sm tabular-nums">
        <caption class="px-3 py-2.5 text-start font-medium">
          {words.t('statistics.calls', { count: props.days })}
        </caption>
        <thead class="text-xs text-muted">
          <tr class="bg-raised">
            <th scope="col" class={classes(dayClasses, 'py-2 align-bottom font-medium')}>
              {words.t('statistics.day')}
            </th>
            <For each={columns}>
              {({ head }) => (
                <th scope="col" class="px-2.5 py-2 text-end align-bottom font-medium">
                  {words.t(head)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody class="[&>tr]:border-t [&>tr]:border-line">
          <Row name={words.t('statistics.all')} sums={props.statistics.total} class="bg-sunken font-medium" />
          <For each={props.statistics.days}>
            {(day) => <Row name={formatDate(day.at, words.language())} sums={day} class="bg-raised" />}
          </For>
        </tbody>
      </table>
    </div>
  )
}

function seconds(ms: number | null, { t, language }: Words): string {
  if (ms === null) return '–'
  const value = new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(ms / 1000)
  return t('statistics.seconds', { seconds: value })
}
