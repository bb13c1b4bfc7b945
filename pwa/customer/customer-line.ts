import { type Accessor, createEffect, createMemo, onCleanup } from 'solid-js'
import type { OpenCall } from '../../edge/domain/wire.ts'
import { followCall } from '../call/call-desk.ts'
import { comebackLater } from '../call/comeback-later.ts'
import { createLine, type Line } from '../call/line.ts'
import { noteEdgeTime } from '../platform/edge-clock.ts'
import { inAppName } from './browser-kind.ts'
import { hasHadCall } from './call-history.ts'
import { fetchTheRest } from './fetch-the-rest.ts'
import { careParts, fetchCareParts } from './later-parts.ts'
import type { Room } from './room.ts'
import { makeStepReporter } from './step-reporter.ts'
import { visitStep } from './visit-step.ts'

/** The customer's end of the call: that there is one, and what is got ready for it. */
export interface CustomerLine {
  line: Line
  call: Accessor<OpenCall | null>
  /** Whether to get ready for a call that is to come. */
  mayPrepare: Accessor<boolean>
}

const lostAfterMs = 3_000

/**
 * Comes to the broker while the landing is read. Only who has read what they are asked for, and why, is asked for the
 * camera, and is seen and heard.
 */
export function createCustomerLine(room: Room, isLanded: Accessor<boolean>): CustomerLine {
  // How long a call has been going on is counted from what the edge wrote down.
  noteEdgeTime(room.visit.now + Date.now() - room.openedAt)
  const call = createMemo(() => (isLanded() ? room.timeline().call : null))
  const line = createLine({
    side: 'customer',
    ticket: room.ticket,
    // The next one comes soon enough.
    alive: (id) => void room.changeCall(id, 'alive').catch(() => {}),
    restart: room.exchangeRestart,
    comeback: comebackLater(careParts),
    care: fetchCareParts,
    report: room.reportCall,
  })
  followCall(line, call)
  room.onRestart(line.look)

  // Somebody who hung up and waits for another operator is not to find the camera on again.
  const mayPrepare = () => room.isWaiting() && !hasHadCall(room.timeline())
  createEffect(() => mayPrepare() && (isLanded() ? line.prepare() : line.reach()))

  const tell = makeStepReporter(room.tellStep)
  const isInApp = inAppName(navigator.userAgent) !== null
  createEffect(() => {
    const step = visitStep(line.state(), line.media(), isInApp)
    if (!step || !isLanded() || !(mayPrepare() || call())) return
    if (step !== 'line-lost') return tell(step)
    // The other side's goodbye may come before the edge's word that the call is over.
    const timer = setTimeout(() => tell(step), lostAfterMs)
    onCleanup(() => clearTimeout(timer))
  })

  fetchTheRest(line, room)
  return { line, call, mayPrepare }
}
