import { createMemo, createSignal, onCleanup, Show } from 'solid-js'
import { openStates } from '../../edge/domain/conversation.ts'
import { ConversationView } from '../conversation/conversation-view.tsx'
import { classes } from '../ui/classes.ts'
import type { CameraDoor } from './camera-door.ts'
import { createChatSheet } from './chat-sheet.ts'
import { ConversationHeader } from './conversation-header.tsx'
import type { CustomerLine } from './customer-line.ts'
import { HintPlace } from './hint-place.tsx'
import { CallPart } from './later-parts.ts'
import type { Room } from './room.ts'
import { fillVisibleScreen } from './screen-height.ts'
import { chatPlace, headerPlace, isDivided, layoutFor, screenLayout, upperPlace } from './screen-layout.ts'
import { SheetHandle } from './sheet-handle.tsx'
import { WaitingPanel } from './waiting-panel.tsx'
import { WaitingSign } from './waiting-sign.tsx'
import { whenIdle } from './when-idle.ts'

/** Text and video on one screen: the video above the chat on a phone, at its side where there is room. */
export function ConversationScreen(props: {
  room: Room
  /** As soon as its code is here. */
  call: CustomerLine | null
  onEnd(): Promise<void>
}) {
  const { room } = props
  const sheet = createChatSheet()
  const [isIdle, setIdle] = createSignal(false)
  const [isReduced, setReduced] = createSignal(false)
  const [camera, setCamera] = createSignal<CameraDoor>()
  const [isHelped, setHelped] = createSignal(false)
  onCleanup(whenIdle(() => setIdle(true)))
  onCleanup(whenIdle(room.files.wake))

  const state = createMemo(() => room.timeline().state)
  const layout = () => layoutFor(room.timeline().call, room.isWaiting(), isReduced())
  const isOpen = () => state() === 'invited' || openStates.includes(state())

  return (
    <main ref={fillVisibleScreen} class={screenLayout(layout(), sheet.height())}>
      <ConversationHeader room={room} onEnd={props.onEnd} class={headerPlace(layout())}>
        <HintPlace
          room={room}
          isSeen={() => camera()?.isOn() ?? false}
          onRetry={() => camera()?.retry()}
          onShown={setHelped}
        />
      </ConversationHeader>
      <div class={upperPlace(layout())}>
        <Show when={(isIdle() || room.timeline().call) && props.call} keyed>
          {(call) => (
            <CallPart
              room={room}
              call={call}
              isHelped={isHelped()}
              onSize={(size) => setReduced(size === 'reduced')}
              onCamera={setCamera}
            />
          )}
        </Show>
        <Show when={layout() === 'stage' && (!CallPart.isHere() || props.call?.line.isOffering())}>
          <WaitingSign />
        </Show>
        <Show when={layout() === 'waiting'}>
          <WaitingPanel queuePosition={room.queuePosition()} />
        </Show>
      </div>
      <div class={classes('flex min-h-0 min-w-0 flex-col bg-surface', chatPlace(layout()))}>
        <Show when={isDivided(layout())}>
          <SheetHandle sheet={sheet} class="sm:landscape:hidden" />
        </Show>
        <ConversationView
          side="customer"
          timeline={room.timeline()}
          sender={isOpen() ? room.sender : undefined}
          onTyping={room.typing}
          typing={room.operatorTyping()}
          otherName={room.timeline().operatorName ?? undefined}
          draftName={room.visit.conversationId}
          files={room.files}
        />
      </div>
    </main>
  )
}
