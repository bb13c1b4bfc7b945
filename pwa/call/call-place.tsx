import { Match, Switch } from 'solid-js'
import type { OpenCall } from '../../edge/domain/wire.ts'
import { later } from '../conversation/later.tsx'
import { CallStage } from './call-stage.tsx'
import type { Line } from './line.ts'
import type { StageSize } from './stage-size.ts'
import type { MakeStageTools } from './stage-tools.ts'

// Most calls of customers begin without ringing.
const IncomingCall = later(() => import('./ringing.ts').then((parts) => parts.IncomingCall))
const OutgoingCall = later(() => import('./ringing.ts').then((parts) => parts.OutgoingCall))

/** Fetches what rings ahead of the first ring. */
export function fetchRinging(): void {
  IncomingCall.preload()
  OutgoingCall.preload()
}

export interface CallPlaceProps {
  line: Line
  call: OpenCall | null
  remoteName: string
  onAnswer(): void
  onDecline(): void
  /** Ends a live call, and takes back one that still rings. */
  onEnd(): void
  onSize?(size: StageSize): void
  /** What this side can do with the pictures. */
  tools?: MakeStageTools
}

/** Whatever an open call shows: it rings here, it rings there, or it is live. Nothing without one. */
export function CallPlace(props: CallPlaceProps) {
  const ringing = () => props.call?.state === 'ringing'
  const isOurs = () => props.call?.placedBy === props.line.side

  // Within the tap, so that the browser's question and the sound count as wanted.
  function accept(): void {
    props.line.prepare()
    props.onAnswer()
  }

  return (
    <Switch>
      <Match when={ringing() && isOurs()}>
        <OutgoingCall to={props.remoteName} onCancel={() => props.onEnd()} />
      </Match>
      <Match when={ringing()}>
        <IncomingCall from={props.remoteName} onAccept={accept} onDecline={() => props.onDecline()} />
      </Match>
      <Match when={props.call}>
        {(call) => (
          <CallStage
            line={props.line}
            remoteName={props.remoteName}
            startedAt={call().answeredAt}
            onEnd={() => props.onEnd()}
            onSize={(size) => props.onSize?.(size)}
            tools={props.tools}
          />
        )}
      </Match>
    </Switch>
  )
}
