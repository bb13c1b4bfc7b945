import { createEffect, createSignal, on } from 'solid-js'
import { aliveMs } from '../../edge/domain/call.ts'
import type { ConversationSummary, OpenCall } from '../../edge/domain/wire.ts'
import { followCall } from '../call/call-desk.ts'
import { CallPlace } from '../call/call-place.tsx'
import { makeComeback } from '../call/comeback.ts'
import { createLine, type Line, type LineState } from '../call/line.ts'
import { makeOperatorTools } from '../call/operator-tools.tsx'
import type { StageSize } from '../call/stage-size.ts'
import { request } from '../platform/request.ts'
import { classes } from '../ui/classes.ts'
import type { Calls } from './calls.ts'
import { filesOf } from './conversation-files.ts'
import { createTask } from './create-task.ts'
import { customerLabel } from './customer-label.ts'
import { useDesk } from './desk.ts'
import { keepLine, lineTicket } from './line-head-start.ts'

/** This browser's end of one conversation's call: docked beside the chat on a wide screen, above it elsewhere. */
export function CallDock(props: {
  summary: ConversationSummary
  calls: Calls
  /** Whether the line is this tab's. */
  isOurs: boolean
  hidden: boolean
}) {
  const path = `/api/conversations/${props.summary.id}`
  const [size, setSize] = createSignal<StageSize>('normal')
  const call = () => props.summary.call
  const isRinging = () => call()?.state === 'ringing'
  const line = createLine({
    side: 'operator',
    ticket: () => lineTicket(props.summary.id),
    alive: (callId) => {
      // One that is late is worth less than the next one.
      const signal = AbortSignal.timeout(aliveMs)
      void request('POST', `${path}/calls/${callId}/alive`, {}, { signal }).catch(() => {})
    },
    restart: (callId, word, signal) =>
      request('POST', `${path}/calls/${callId}/restart`, word ? { word } : {}, { signal }),
    comeback: makeComeback,
    care: () => import('../call/quality/care-on-stage.tsx'),
    report: (callId, report, keepalive) =>
      void request('PUT', `${path}/calls/${callId}/report`, report, { keepalive }).catch(() => {}),
  })
  followCall(line, call)
  createEffect(
    on(line.state, (now) => {
      keepOrRelease(now, call(), props.calls)
      if (now.state === 'connected') keepLine(props.summary.id, true)
      if (now.state === 'ended' || now.state === 'failed') keepLine(props.summary.id, false)
      if (now.state === 'connected') props.calls.cameUp(props.summary.id)
    }),
  )
  useDesk().listen({
    signal: (sign) => {
      const isTheirs = sign.kind === 'restart' && sign.side === 'customer'
      if (isTheirs && sign.conversationId === props.summary.id) line.look()
    },
  })
  getReady(line, props)
  // The stage is much to draw, and the offer would wait for it.
  const isOffering = () => props.calls.isExpected(props.summary.id) && line.isOffering()
  const shown = () => (call()?.state === 'live' && isOffering() ? null : call())

  const tools = makeOperatorTools({
    onKeepPhoto: (photo, name) =>
      filesOf(props.summary.id).add([new File([photo], name, { type: photo.type })]),
  })

  const tell = createTask(async (what: 'answer' | 'decline' | 'end') => {
    const open = call()
    if (!open) return
    await request('POST', `${path}/calls/${open.id}/${what}`, {})
    if (what === 'answer') props.calls.own(open.id)
  })

  /** Expected before it is asked for, so that the line is this tab's when the answer comes. */
  async function answer() {
    props.calls.expect(props.summary.id)
    await tell.run('answer')
    props.calls.settle(props.summary.id)
  }

  return (
    <aside hidden={props.hidden} class={classes(props.hidden ? '' : isRinging() ? ringing : docked[size()])}>
      <CallPlace
        line={line}
        call={shown()}
        remoteName={customerLabel(props.summary.customer)}
        onAnswer={() => void answer()}
        onDecline={() => void tell.run('decline')}
        onEnd={() => void tell.run('end')}
        onSize={setSize}
        tools={tools}
      />
    </aside>
  )
}

/** Each round trip that is made while it rings is one less after green. */
function getReady(line: Line, props: { summary: ConversationSummary; calls: Calls; isOurs: boolean }) {
  // The tab in front alone: another one would take the place at the broker from it.
  const rings = () => props.calls.isOffered(props.summary.id) && document.visibilityState === 'visible'
  createEffect(on(rings, (is) => is && line.reach()))
  const isExpected = () => props.isOurs && props.calls.isExpected(props.summary.id)
  createEffect(
    on(isExpected, (is, was) => {
      if (is) line.expect()
      // The edge said no.
      else if (was && !props.summary.call) line.stop()
    }),
  )
}

/** Whoever has the line has the call, also after a reload. */
function keepOrRelease(now: LineState, call: OpenCall | null, calls: Calls) {
  if (!call) return
  if (now.state === 'connected') calls.own(call.id)
  if (now.state === 'failed' && now.problem === 'taken-over') calls.release(call.id)
}

// Below the header: there is a way back while it rings.
const ringing = 'fixed inset-x-3 top-17 z-40 md:start-auto md:w-96'

const docked: Record<StageSize, string> = {
  normal: 'h-[44dvh] shrink-0 lg:h-full lg:w-[42%] lg:max-w-4xl xl:w-[46%]',
  full: 'h-0 lg:w-0',
  reduced: 'h-0 lg:w-0',
  out: 'h-0 lg:w-0',
}
