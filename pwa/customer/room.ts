// What the customer's screens know and can do, once the link is open.

import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js'
import type { CallReport } from '../../edge/domain/call-report.ts'
import type { ConversationState } from '../../edge/domain/conversation.ts'
import { customerEventTypes } from '../../edge/domain/events.ts'
import type { CallId } from '../../edge/domain/ids.ts'
import type { VisitStep } from '../../edge/domain/progress.ts'
import type { RestartWord } from '../../edge/domain/restart.ts'
import type { Rating } from '../../edge/domain/survey.ts'
import type { LineTicket, OpenCall, RestartAnswer, Signal, Visit } from '../../edge/domain/wire.ts'
import { freshTicketMs } from '../call/early-socket.ts'
import {
  type ConversationFiles,
  createConversationFiles,
} from '../conversation/attachments/conversation-files.ts'
import { keepMessagesIn } from '../conversation/kept-messages.ts'
import { createLiveTimeline } from '../conversation/live-timeline.ts'
import { createSender, type Sender } from '../conversation/outbox.ts'
import type { Timeline } from '../conversation/timeline.ts'
import { createTypingSign, makeTypingSender } from '../conversation/typing.ts'
import { makeEventStream } from '../platform/event-stream.ts'
import { keepPage } from '../platform/new-version.ts'
import { request } from '../platform/request.ts'
import { fileParts } from './later-parts.ts'

export interface Room {
  visit: Visit
  /** When the edge said so, by this device's clock. */
  openedAt: number
  timeline: Accessor<Timeline>
  sender: Sender
  files: ConversationFiles
  isOffline: Accessor<boolean>
  /** Whether nobody has taken it yet. */
  isWaiting: Accessor<boolean>
  /** The place in the queue; `null` while nobody said. */
  queuePosition: Accessor<number | null>
  operatorTyping: Accessor<boolean>
  typing(): void
  ticket(): Promise<LineTicket>
  placeCall(): Promise<OpenCall>
  changeCall(callId: CallId, change: 'answer' | 'decline' | 'end' | 'alive'): Promise<void>
  exchangeRestart(callId: CallId, word: RestartWord | null, signal: AbortSignal): Promise<RestartAnswer>
  /** The operator's side said something to find a new way for the call. Ends with the caller. */
  onRestart(act: () => void): void
  /** What this side saw of a call; `isLast` when the page may be gone in a moment. */
  reportCall(callId: CallId, report: CallReport, isLast: boolean): void
  /** How far this page got, for the operator to help. */
  tellStep(step: VisitStep): Promise<void>
  close(): Promise<void>
  rate(rating: Rating, comment: string): Promise<void>
}

/** `onRefused` hears that the edge no longer lets this visitor in. */
export function createRoom(visit: Visit, onRefused: () => void): Room {
  const openedAt = Date.now()
  const path = `/api/visits/${visit.conversationId}`
  const post = <T>(rest: string, body: object = {}, key?: string) =>
    request<T>('POST', `${path}${rest}`, body, key ? { key } : {})

  const sender = createSender({
    post: (text, key) => post('/messages', { text }, key),
    kept: keepMessagesIn(sessionStorage, `unsent ${visit.conversationId}`),
  })
  const files = createConversationFiles(path, fileParts)
  const sign = createTypingSign()
  const live = createLiveTimeline(undefined, (events) => {
    sender.settle(events)
    files.settle(events)
    if (events.some((event) => event.type === 'message.posted' && event.data.side === 'operator'))
      sign.clear()
  })
  keepPage(() => live.timeline().call !== null)
  const [queuePosition, setQueuePosition] = createSignal<number | null>(null)
  const [isOffline, setOffline] = createSignal(false)
  const looking = new Set<() => void>()

  function hear(signal: Signal) {
    if (signal.kind === 'queue') setQueuePosition(signal.position)
    else if (signal.side === 'customer') return
    else if (signal.kind === 'restart') for (const act of looking) act()
    else sign.seen()
  }

  let along = visit.line

  /** What came along with the opening, while it is fresh. */
  function firstTicket(): LineTicket | undefined {
    const ticket = along
    along = undefined
    return Date.now() - openedAt < freshTicketMs ? ticket : undefined
  }

  onCleanup(
    makeEventStream(`${path}/events`, 0, {
      types: customerEventTypes,
      event: live.take,
      signal: hear,
      state: (state) => state !== 'connecting' && setOffline(state === 'offline'),
      refused: onRefused,
    }),
  )

  // Before the stream has said anything, the visit's own answer stands.
  const isWaiting = createMemo(() => {
    const { state } = live.timeline()
    return isBefore(state === 'invited' ? visit.state : state)
  })

  return {
    visit,
    openedAt,
    timeline: live.timeline,
    sender,
    files,
    isOffline,
    isWaiting,
    queuePosition,
    operatorTyping: sign.shown,
    typing: makeTypingSender(() => post('/typing')),
    ticket: async () => firstTicket() ?? post('/line'),
    placeCall: () => post('/calls'),
    changeCall: (callId, change) => post(`/calls/${callId}/${change}`),
    exchangeRestart: (callId, word, signal) =>
      request('POST', `${path}/calls/${callId}/restart`, word ? { word } : {}, { signal }),
    onRestart(act) {
      looking.add(act)
      onCleanup(() => looking.delete(act))
    },
    reportCall: (callId, report, keepalive) =>
      void request('PUT', `${path}/calls/${callId}/report`, report, { keepalive }).catch(() => {}),
    tellStep: (step) => post('/progress', { step }),
    close: () => post('/close'),
    rate: (rating, comment) => post('/survey', comment ? { rating, comment } : { rating }),
  }
}

function isBefore(state: ConversationState): boolean {
  return state === 'waiting' || state === 'offered'
}
