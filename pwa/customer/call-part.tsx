// Everything of the customer's page that needs the call's code. It is fetched while the landing is read;
// the first words can be written before it is there.

import { onMount, Show } from 'solid-js'
import { CallPlace } from '../call/call-place.tsx'
import { makeCustomerTools } from '../call/customer-tools.tsx'
import { OwnPicture } from '../call/own-picture.tsx'
import type { StageSize } from '../call/stage-size.ts'
import { call } from '../words/en/call.ts'
import { callDevices } from '../words/en/call-devices.ts'
import { customerChecks } from '../words/en/customer-checks.ts'
import { useWords } from '../words/words.tsx'
import type { CameraDoor } from './camera-door.ts'
import type { CustomerLine } from './customer-line.ts'
import { learnWords } from './customer-words.ts'
import { CameraHelp, CustomerLayers } from './later-parts.ts'
import type { Room } from './room.ts'
import { WaitingChecks } from './waiting-checks.tsx'

export { VideoButton } from '../call/video-button.tsx'
export { createCustomerLine } from './customer-line.ts'

learnWords(call)
learnWords(callDevices)
learnWords(customerChecks)

export interface CallPartProps {
  room: Room
  call: CustomerLine
  /** An operator's hint is on the screen: a second card with other advice would be in its way. */
  isHelped: boolean
  onSize(size: StageSize): void
  /** For what helps with the camera from elsewhere on the screen. */
  onCamera(door: CameraDoor): void
}

const makeTools = makeCustomerTools(CustomerLayers)

/** While waiting: what the operator will see. Then the call, as long as there is one. */
export function CallPart(props: CallPartProps) {
  const { t } = useWords()
  const { room } = props
  const { line, call: openCall, mayPrepare } = props.call
  const name = () => room.timeline().operatorName ?? t('conversation.operator')
  onMount(() =>
    props.onCamera({
      isOn: () => line.media().camera === 'on',
      retry: () => (mayPrepare() || openCall()) && line.retry(),
    }),
  )

  // What there is to draw comes when the answer has left. That a call is live may be seen here before the line sees it.
  const isAnswering = () => {
    const call = openCall()
    return line.isOffering() || (call?.state === 'live' && line.current() !== call.id)
  }

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
              class="relative h-32 w-24 sm:h-64 sm:w-48 sm:landscape:h-40 sm:landscape:w-60 lg:landscape:h-64 lg:landscape:w-96"
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
        call={isAnswering() ? null : openCall()}
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
