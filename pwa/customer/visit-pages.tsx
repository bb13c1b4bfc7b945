import { createEffect, createMemo, createSignal, Match, Switch, untrack } from 'solid-js'
import type { ConversationState } from '../../edge/domain/conversation.ts'
import type { Rating } from '../../edge/domain/survey.ts'
import type { Visit } from '../../edge/domain/wire.ts'
import { useWords } from '../words/words.tsx'
import { isAlreadySo } from './already-so.ts'
import { ConversationScreen } from './conversation-screen.tsx'
import { createFrontTab } from './front-tab.ts'
import { Landing } from './landing.tsx'
import { hasSeenLanding, keepLandingSeen } from './landing-seen.ts'
import { callCode, MovedPage, Survey, ThankYou } from './later-parts.ts'
import { OpeningPage } from './opening-page.tsx'
import { createRoom } from './room.ts'

/** The customer's walk through an open link: landing, conversation, survey, thanks. */
export function VisitPages(props: { visit: Visit; onLost(): void }) {
  const words = useWords()
  const { visit } = props
  const [isLanded, setLanded] = createSignal(hasSeenLanding(visit))
  // The answer to one's own request may be here before the stream brings its event.
  const [hasLeft, setLeft] = createSignal(false)
  const [hasRated, setRated] = createSignal(false)
  const room = createRoom(visit, lost)
  const hasEnded = createMemo(() => hasLeft() || isOver(room.timeline().state))
  const tab = createFrontTab(visit.conversationId)
  // Comes to the broker while the landing is read.
  const call = createMemo(() => {
    const code = tab.isHere() && !hasEnded() && callCode()
    return code ? untrack(() => code.createCustomerLine(room, isLanded)) : null
  })

  function lost() {
    if (!hasEnded()) props.onLost()
  }
  function land() {
    keepLandingSeen(visit)
    setLanded(true)
  }
  async function leave() {
    await room.close().catch(unlessAlreadySo)
    setLeft(true)
  }
  async function rate(rating: Rating, comment: string) {
    await room.rate(rating, comment).catch(unlessAlreadySo)
    setRated(true)
  }

  createEffect(() => {
    document.title = visit.team || words.t('common.product')
  })
  void words.setLanguage(visit.language).catch(() => {})

  return (
    <Switch fallback={<ConversationScreen room={room} call={call()} onEnd={leave} />}>
      <Match when={hasRated() || room.timeline().rating !== null}>
        <ThankYou room={room} />
      </Match>
      <Match when={hasEnded()}>
        <Survey onRate={rate} />
      </Match>
      {/* The stream is about to say whether it was rated. */}
      <Match when={isOver(visit.state)}>
        <OpeningPage />
      </Match>
      <Match when={!tab.isHere()}>
        <MovedPage onTake={tab.take} />
      </Match>
      <Match when={!isLanded()}>
        <Landing visit={visit} onContinue={land} />
      </Match>
    </Switch>
  )
}

function isOver(state: ConversationState): boolean {
  return state === 'closed' || state === 'archived' || state === 'expired'
}

function unlessAlreadySo(cause: unknown) {
  if (!isAlreadySo(cause)) throw cause
}
