import { type Accessor, createEffect, on, onCleanup } from 'solid-js'
import type { CallReport } from '../../../edge/domain/call-report.ts'
import type { CallId } from '../../../edge/domain/ids.ts'
import type { LineState } from '../line-state.ts'
import { keepTally, keptTally } from './kept-tally.ts'
import { addTrend, reportOf } from './tally.ts'
import type { Trend } from './trend.ts'

export interface RecordOptions {
  callId: CallId
  state: Accessor<LineState>
  /** Milliseconds from the call's start to the first picture, once there was one. */
  sincePictured(): number | null
  /** Tells the edge; `isLast` when the page may be gone in a moment. */
  report(callId: CallId, report: CallReport, isLast: boolean): void
}

// A page that dies without a word has said most of it.
const everyMs = 60_000

/** Counts what this side saw of the call, and tells the edge: now and then, and at the end. */
export function keepRecord({ callId, state, sincePictured, report }: RecordOptions) {
  let tally = keptTally(callId)

  function add(moment: Trend, isStill: boolean): void {
    const firstFrameMs = tally.firstFrameMs ?? sincePictured()
    tally = { ...addTrend(tally, moment, isStill), firstFrameMs }
    keepTally(callId, tally)
  }

  const tell = (isLast: boolean) => tally.ups > 0 && report(callId, reportOf(tally), isLast)
  const leave = () => tell(true)

  createEffect(
    on(
      () => state().state === 'connected',
      (isUp) => {
        if (isUp) tally = { ...tally, ups: tally.ups + 1 }
      },
    ),
  )
  const timer = setInterval(tell, everyMs, false)
  addEventListener('pagehide', leave)
  onCleanup(() => {
    clearInterval(timer)
    removeEventListener('pagehide', leave)
    leave()
  })

  return add
}
