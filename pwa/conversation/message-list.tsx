import { createEffect, createSignal, on, onMount, Show } from 'solid-js'
import type { Side } from '../../edge/domain/tickets.ts'
import { useWords } from '../words/words.tsx'
import { Announcer } from './announcer.tsx'
import { type BottomHold, makeBottomHold } from './bottom-hold.ts'
import type { Entry } from './entry.ts'
import { later } from './later.tsx'
import { createRowsFor } from './rows-for.ts'

export interface MessageListProps {
  entries: readonly Entry[]
  side: Side
  /** What the other side is called where a message does not say. */
  otherName: string
  onRetry?: ((messageId: string) => void) | undefined
  /** Asks for an earlier page; absent at the conversation's start. */
  onEarlier?: (() => void) | undefined
  loadingEarlier?: boolean | undefined
}

const EarlierLine = later(() => import('./seldom-parts.ts').then((parts) => parts.EarlierLine))
const NewMessagesButton = later(() => import('./seldom-parts.ts').then((parts) => parts.NewMessagesButton))
const earlierWithinPx = 800

/** The log of a conversation. It stays at its newest entry unless somebody scrolled up. */
export function MessageList(props: MessageListProps) {
  const words = useWords()
  const [box, setBox] = createSignal<HTMLElement>()
  const [hold, setHold] = createSignal<BottomHold>()
  const [unseen, setUnseen] = createSignal(false)
  const rows = createRowsFor(
    () => props.entries,
    () => (hold()?.held() ? undefined : box()),
  )
  const isHeld = () => hold()?.held() ?? true

  function askForEarlier() {
    if ((box()?.scrollTop ?? earlierWithinPx) < earlierWithinPx && !props.loadingEarlier) props.onEarlier?.()
  }

  onMount(() => {
    const element = box()
    if (element) setHold(makeBottomHold(element))
  })
  createEffect(() => isHeld() && setUnseen(false))
  createEffect(
    on(
      () => props.entries.at(-1),
      (last) => {
        if (!last || last.kind === 'system') return
        if (last.side === props.side && last.kind === 'message' && last.status === 'sending')
          hold()?.toBottom()
        else if (last.side !== props.side && !isHeld()) setUnseen(true)
      },
      { defer: true },
    ),
  )

  return (
    <div class="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={setBox}
        role="log"
        aria-label={words.t('conversation.messages')}
        aria-live="off"
        tabindex="0"
        class="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain -outline-offset-2"
        onScroll={askForEarlier}
      >
        <Show when={hold()}>
          {(hold) => (
            <rows.Rows
              box={box() as HTMLElement}
              entries={rows.shown()}
              side={props.side}
              otherName={props.otherName}
              onRetry={props.onRetry}
              startAt={rows.place()}
              ref={hold().follow}
            />
          )}
        </Show>
      </div>
      <Show when={props.loadingEarlier}>
        <EarlierLine />
      </Show>
      <Show when={unseen()}>
        <NewMessagesButton onClick={() => hold()?.toBottom()} />
      </Show>
      <Announcer entries={props.entries} side={props.side} otherName={props.otherName} />
    </div>
  )
}
