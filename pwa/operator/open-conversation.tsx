import { createEffect, createSignal, onCleanup, Show } from 'solid-js'
import { openStates } from '../../edge/domain/conversation.ts'
import type { AnyEvent } from '../../edge/domain/events.ts'
import { CallDetailsContext } from '../conversation/call-details.ts'
import { ConversationView } from '../conversation/conversation-view.tsx'
import { RefusedContext } from '../conversation/refused.ts'
import { makeTypingSender } from '../conversation/typing.ts'
import { request } from '../platform/request.ts'
import { createVisibility } from '../platform/visibility.ts'
import { Dialog } from '../ui/kobalte/dialog.tsx'
import { useWords } from '../words/words.tsx'
import { useCalls } from './calls.ts'
import { ConversationFooter } from './conversation-footer.tsx'
import { ConversationHeader } from './conversation-header.tsx'
import { createConversationLog } from './conversation-log.ts'
import { CustomerCard } from './customer-card.tsx'
import { customerLabel } from './customer-label.ts'
import { useDesk } from './desk.ts'
import type { FoundHistory } from './fetch-history.ts'
import { RefusedNote } from './outbox/refused-note.tsx'
import { CallDetails } from './statistics/call-details.tsx'

/** A conversation and, where there is room, its customer. */
export function OpenConversation(props: { history: FoundHistory; early: readonly AnyEvent[]; back: string }) {
  const desk = useDesk()
  const calls = useCalls()
  const { t } = useWords()
  const { id } = props.history.conversation
  const log = createConversationLog(props.history, props.early)
  const summary = log.summary
  const [card, setCard] = createSignal(false)
  const isVisible = createVisibility()
  const maySend = () => openStates.includes(summary().state) && summary().operator?.id === desk.inbox.me.id
  const sendTyping = makeTypingSender(() => request('POST', `/api/conversations/${id}/typing`, {}))

  createEffect(() => maySend() && log.files.wake())
  onCleanup(() => Object.values(props.history.pictures).forEach(URL.revokeObjectURL))
  createEffect(() => {
    const last = summary().lastMessage
    if (isVisible() && last?.side === 'customer') desk.unread.see(id, last.at)
  })

  return (
    <>
      <RefusedContext.Provider value={RefusedNote}>
        <CallDetailsContext.Provider value={(of) => <CallDetails conversationId={id} callId={of.callId} />}>
          <ConversationView
            side="operator"
            timeline={log.timeline()}
            sender={maySend() ? log.sender : undefined}
            pending={log.sender.pending()}
            pictures={props.history.pictures}
            onTyping={sendTyping}
            typing={log.typing()}
            otherName={customerLabel(summary().customer)}
            draftName={id}
            files={log.files}
            onEarlier={log.earlier.wanted() ? log.earlier.load : undefined}
            loadingEarlier={log.earlier.loading()}
            header={<ConversationHeader summary={summary()} back={props.back} onCard={() => setCard(true)} />}
            footer={<ConversationFooter summary={summary()} />}
          />
        </CallDetailsContext.Provider>
      </RefusedContext.Provider>
      {/* The call takes the card's place: a picture needs the room, and the card is one click away. */}
      <Show when={!calls.isLive()}>
        <div class="w-72 shrink-0 overflow-y-auto border-s border-line bg-surface max-lg:hidden">
          <CustomerCard summary={summary()} timeline={log.timeline()} />
        </div>
      </Show>
      <Dialog
        isToRead
        open={card()}
        onClose={() => setCard(false)}
        title={t('card.title')}
        closeLabel={t('common.close')}
      >
        <CustomerCard summary={summary()} timeline={log.timeline()} />
      </Dialog>
    </>
  )
}
