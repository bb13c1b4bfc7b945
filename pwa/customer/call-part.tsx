// Everything of the customer's page that needs the call's code. It is fetched when the page is idle,
// so that the first words can be written before it is there.

import { createEffect, createMemo, Show } from 'solid-js'
import { followCall } from '../call/call-desk.ts'
import { CallPlace } from '../call/call-place.tsx'
import { makeCustomerTools } from '../call/customer-tools.tsx'
import { createLine } from '../call/line.ts'
import { OwnPicture } from '../call/own-picture.tsx'
import { OwnTrouble } from '../call/own-trouble.tsx'
import type { StageSize } from '../call/stage-size.ts'
import { call } from '../words/en/call.ts'
import { useWords } from '../words/words.tsx'
import { hasHadCall } from './call-history.ts'
import { learnWords } from './customer-words.ts'
import type { Room } from './room.ts'

learnWords(call)

export interface CallPartProps {
  room: Room
  isWaiting: boolean
  onSize(size: StageSize): void
}

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
  })
  followCall(line, openCall)

  // Somebody who hung up and waits for another operator is not to find the camera on again.
  const mayPrepare = () => props.isWaiting && !hasHadCall(room.timeline())
  createEffect(() => mayPrepare() && line.prepare())

  const change = (what: 'answer' | 'decline' | 'end') => {
    const open = openCall()
    if (open) room.changeCall(open.id, what).catch(() => {})
  }

  return (
    <>
      <Show when={mayPrepare() && !openCall()}>
        <OwnPicture
          line={line}
          remoteName={name()}
          class="relative h-44 w-32 sm:landscape:h-40 sm:landscape:w-60 lg:landscape:h-64 lg:landscape:w-96"
        />
        <OwnTrouble line={line} remoteName={name()} />
      </Show>
      <CallPlace
        line={line}
        call={openCall()}
        remoteName={name()}
        onAnswer={() => change('answer')}
        onDecline={() => change('decline')}
        onEnd={() => change('end')}
        onSize={props.onSize}
        tools={makeCustomerTools}
      />
    </>
  )
}
