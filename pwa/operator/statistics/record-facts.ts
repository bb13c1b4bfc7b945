// A call in words: one line for it, and one for what each side saw.

import { type CallReport, pictureOf } from '../../../edge/domain/call-report.ts'
import { reportsOf, wayOf, worstPicture } from '../../../edge/domain/call-statistics.ts'
import type { CallRecord } from '../../../edge/domain/wire.ts'
import { formatDuration } from '../../words/formats.ts'
import type { Words } from '../../words/words.tsx'

/** 5:12 · direct · 1 restart · good picture */
export function recordLine(record: CallRecord, { t, language }: Words): string {
  const reports = reportsOf(record)
  const way = wayOf(reports)
  const picture = [worstPicture(reports)].flat()
  const restarts = Math.max(0, ...reports.map((report) => report.restarts))
  const { answeredAt, endedAt } = record
  return [
    answeredAt !== null && endedAt !== null ? formatDuration(endedAt - answeredAt, language()) : '',
    way === 'unknown' ? '' : t(`record.way.${way}`),
    restarts > 0 ? t('record.restarts', { count: restarts }) : '',
    ...picture.map((name) => t(`record.picture.${name}`)),
  ]
    .filter(Boolean)
    .join(' · ')
}

export function recordFacts(record: CallRecord, words: Words): string[] {
  const { t } = words
  const sides = (['operator', 'customer'] as const).flatMap((side) => {
    const report = record.reports[side]
    return report ? `${t(`record.side.${side}`)}: ${reportFacts(report, words).join(', ')}` : []
  })
  const end = record.endCause ? [t(`record.end.${record.endCause}`)] : []
  return [...end, ...(sides.length > 0 ? sides : [t('record.none')])]
}

function reportFacts(report: CallReport, { t, language }: Words): string[] {
  const number = (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(language(), options).format(value)
  const { firstFrameMs, roundTripMedianMs: median, roundTripP95Ms: p95 } = report
  const percent = number(report.lossPercent / 100, { style: 'percent', maximumFractionDigits: 1 })
  return [
    t(`record.picture.${pictureOf(report)}`),
    firstFrameMs === null ? '' : t('record.first-frame', { seconds: number(round(firstFrameMs / 1000)) }),
    median === null || p95 === null
      ? ''
      : t('record.round-trip', { median: number(median), p95: number(p95) }),
    t('record.loss', { percent }),
    t('record.speed', { kbps: number(report.kbps) }),
    report.freezes > 0
      ? t('record.freezes', { count: report.freezes, seconds: number(report.frozenSeconds) })
      : '',
    report.stillSeconds > 0
      ? t('record.stills', { duration: formatDuration(report.stillSeconds * 1000, language()) })
      : '',
  ].filter(Boolean)
}

const round = (value: number) => Math.round(value * 10) / 10
