// Everything of the customer's page that needs the call's code. It is fetched when the page is idle,
// so that the first words can be written before it is there.

import { createEffect, createMemo, onCleanup, onMount, Show } from 'solid-js'
import { followCall } from '../call/call-desk.ts'
import { CallPlace } from '../call/call-place.tsx'
import { comebackLater } from '../call/comeback-later.ts'
import { makeCustomerTools } from '../call/customer-tools.tsx'
import { createLine } from '../call/line.ts'
import { OwnPicture } from '../call/own-picture.tsx'
import type { StageSize } from '../call/stage-size.ts'
import { call } from '../words/en/call.ts'
import { callDevices } from '../words/en/call-devices.ts'
import { customerChecks } from '../words/en/customer-checks.ts'
import { useWords } from '../words/words.tsx'
import { inAppName } from './browser-kind.ts'
import { hasHadCall } from './call-history.ts'
import type { CameraDoor } from './camera-door.ts'
import { learnWords } from './customer-words.ts'
import { fetchTheRest } from './fetch-the-rest.ts'
import { CameraHelp, CustomerLayers, careParts, fetchCareParts } from './later-parts.ts'
import type { Room } from './room.ts'
import { makeStepReporter } from './step-reporter.ts'
import { visitStep } from './visit-step.ts'
import { WaitingChecks } from './waiting-checks.tsx'

export { VideoButton } from '../call/video-button.tsx'

learnWords(call)
learnWords(callDevices)
learnWords(customerChecks)

export interface CallPartProps {
  room: Room
  isWaiting: boolean
  /** An operator's hint is on the screen: a second card with other advice would be in its way. */
  isHelped: boolean
  onSize(size: StageSize): void
  /** For what helps with the camera from elsewhere on the screen. */
  onCamera(door: CameraDoor): void
}

const lostAfterMs = 3_000
const makeTools = makeCustomerTools(CustomerLayers)

/** While waiting: what the operator will see. Then the call, as long as there is one. */
export function CallPart(props: CallPartProps) {
  const { t } = useWords()
  const { room } = props
  const openCall = createMemo(() => room.timeline().call)
  const name = () => room.timeline().operatorName ?? t('conversation.operator')
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
  followCall(line, openCall)
  room.onRestart(line.look)

  // Somebody who hung up and waits for another operator is not to find the camera on again.
  const mayPrepare = () => props.isWaiting && !hasHadCall(room.timeline())
  createEffect(() => mayPrepare() && line.prepare())

  const tell = makeStepReporter(room.tellStep)
  const isInApp = inAppName(navigator.userAgent) !== null
  createEffect(() => {
    const step = visitStep(line.state(), line.media(), isInApp)
    if (!step || !(mayPrepare() || openCall())) return
    if (step !== 'line-lost') return tell(step)
    // The other side's goodbye may come before the edge's word that the call is over.
    const timer = setTimeout(() => tell(step), lostAfterMs)
    onCleanup(() => clearTimeout(timer))
  })
  onMount(() =>
    props.onCamera({
      isOn: () => line.media().camera === 'on',
      retry: () => (mayPrepare() || openCall()) && line.retry(),
    }),
  )

  fetchTheRest(line, room)

  const change = (what: 'answer' | 'decline' | 'end') => {
    const open = openCall()
    if (open) room.changeCall(open.id, what).catch(() => {})
  }

  return (
    <>
      <Show when={mayPrepare() && !openCall()}>
        <div class="flex flex-wrap items-center justify-center gap-4 lg:landscape:flex-col">
          <Show when={line.media().camera !== 'none'}>
            <OwnPicture
              line={line}
              remoteName={name()}
              class="relative h-32 w-24 sm:landscape:h-40 sm:landscape:w-60 lg:landscape:h-64 lg:landscape:w-96"
            />
          </Show>
          <WaitingChecks line={line} isOffline={room.isOffline} />
        </div>
        <div role="status" class="w-full max-w-md empty:hidden">
          <Show when={!props.isHelped && line.media().problem}>
            {(problem) => (
              <CameraHelp line={line} problem={problem()} conversationId={room.visit.conversationId} />
            )}
          </Show>
        </div>
      </Show>
      <CallPlace
        line={line}
        call={openCall()}
        remoteName={name()}
        onAnswer={() => change('answer')}
        onDecline={() => change('decline')}
        onEnd={() => change('end')}
        onSize={props.onSize}
        tools={makeTools}
      />
    </>
  )
}
