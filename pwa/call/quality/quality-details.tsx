import { For } from 'solid-js'
import { useWords } from '../../words/words.tsx'
import type { Trend } from './trend.ts'

/** The last moment's figures, for those who want to know. */
export function QualityDetails(props: { trend: Trend }) {
  const { t, language } = useWords()
  const whole = (value: number) =>
    new Intl.NumberFormat(language(), { maximumFractionDigits: 0 }).format(value)
  const percent = (share: number) =>
    new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 1 }).format(share)
  const speed = (kbps: number) => t('quality.kbps', { kbps: whole(kbps) })
  const picture = ({ height, fps }: { height: number; fps: number }) =>
    t('quality.size', { height: whole(height), fps: whole(fps) })

  const rows = () => {
    const { incoming, outgoing, roundTripMs, way } = props.trend
    return [
      [t('quality.way'), way ? t(`quality.way.${way}`) : '–'],
      [t('quality.round-trip'), roundTripMs === null ? '–' : t('quality.ms', { ms: whole(roundTripMs) })],
      [t('quality.received'), speed(incoming.kbps)],
      [t('quality.received-loss'), percent(incoming.loss)],
      [t('quality.received-picture'), picture(incoming)],
      [t('quality.sent'), speed(outgoing.kbps)],
      [t('quality.sent-loss'), percent(outgoing.loss)],
      [t('quality.sent-picture'), picture(outgoing)],
    ] as const
  }

  return (
    <dl class="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 text-xs text-muted tabular-nums">
      <For each={rows()}>
        {([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd class="text-end text-ink">{value}</dd>
          </>
        )}
      </For>
    </dl>
  )
}
