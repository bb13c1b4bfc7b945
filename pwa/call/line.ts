import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import { aliveMs } from '../../edge/domain/call.ts'
import type { CallId } from '../../edge/domain/ids.ts'
import type { RestartWord } from '../../edge/domain/restart.ts'
import type { Side } from '../../edge/domain/tickets.ts'
import type { LineTicket, OpenCall, RestartAnswer } from '../../edge/domain/wire.ts'
import { type NetworkNews, tellNetworkIsBack, watchNetwork } from '../platform/network-news.ts'
import { type Care, type CareOptions, createCare } from './care.ts'
import type { MakeComeback } from './comeback.ts'
import type { RemoteMedia } from './control-message.ts'
import { createSettled } from './create-settled.ts'
import { offerFaults } from './faults.ts'
import { type LineEvent, type LineState, stepLine } from './line-state.ts'
import { createLocalMedia, type LocalMedia } from './local-media.ts'
import { makePeerLine } from './peer-line.ts'
import type { Problem } from './problem.ts'
import { createToolWire, type ToolWire } from './tool-wire.ts'

export type { LineState, LocalMedia, RemoteMedia }

export interface LineOptions {
  side: Side
  ticket(): Promise<LineTicket>
  /** Said every `aliveMs` from the start on, connected or not: a page that waits for the other side keeps the call. */
  alive(callId: CallId): void
  /** Says our latest word to find a new way, and hears the other side's. */
  restart(callId: CallId, word: RestartWord | null, signal: AbortSignal): Promise<RestartAnswer>
  /** Brings a broken connection back. */
  comeback: MakeComeback
  /** What looks after quality, fetched once the call is up; without it nothing does. */
  care?: CareOptions['load']
  /** What this side saw of the call. */
  report?: CareOptions['report']
}

/** This browser's end of a call. It reports; only the edge says whether the call exists. */
export interface Line {
  readonly side: Side
  state: Accessor<LineState>
  /** The live call that it is in, or coming up to. */
  current: Accessor<CallId | null>
  /** The self-view, `null` while the camera is off. */
  local: Accessor<MediaStream | null>
  remote: Accessor<MediaStream | null>
  microphone: Accessor<MediaStreamTrack | null>
  media: Accessor<LocalMedia>
  remoteMedia: Accessor<RemoteMedia>
  /** What looks after the connection's quality shows this, once it is here. */
  care: Care['onStage']
  /** The other side's first frame is on the screen. */
  pictured(): void
  /** Whether what the first picture can do without may be fetched now. */
  isSettled: Accessor<boolean>
  /** What pointer, photos and drawings speak through. */
  tools: ToolWire
  /** Asks for camera and microphone and comes to the broker, while waiting or ringing. */
  prepare(): void
  /** A job rings: comes to the broker, so that the green button has only to exchange one offer. No light goes on. */
  reach(): void
  /** Green was pressed and the edge still decides: dials already. The other side lets nobody in before it has. */
  expect(): void
  /** Is about to offer, or to answer what is offered: what there is to draw would be in its way. Never for long. */
  isOffering: Accessor<boolean>
  /** The edge says that the call is live. */
  start(call: OpenCall): void
  /** The edge says that it ended: every light goes out. */
  stop(): void
  /** The edge has a word of the other side, which looks for a new way. */
  look(): void
  /** The one button that helps: asks again for what is missing, and tries again now. */
  retry(): void
  toggleMicrophone(): void
  toggleCamera(): void
  switchCamera(): void
  /** Starts or stops it. */
  shareScreen(): void
  /** Uses this device from now on. */
  choose(kind: 'camera' | 'microphone', deviceId: string): void
  close(): void
}

// Until the other side says otherwise its picture is shown.
const unknownMedia: RemoteMedia = { camera: 'on', microphone: 'on', screen: false }

// A weak connection takes longer than anybody looks at nothing.
const patienceMs = 400

const noCall = new Error('there is no call')

export function createLine({
  side,
  ticket,
  alive,
  restart,
  comeback,
  care: load,
  report = () => {},
}: LineOptions): Line {
  if (import.meta.env.MODE === 'faults') offerFaults()
  const [state, setState] = createSignal<LineState>({ state: 'idle' })
  const [remote, setRemote] = createSignal<MediaStream | null>(null)
  const [remoteMedia, setRemoteMedia] = createSignal(unknownMedia)
  const desk = createLocalMedia()
  const [current, setCurrent] = createSignal<CallId | null>(null)
  const [connection, setConnection] = createSignal<RTCPeerConnection | null>(null)
  const [isOffering, setOffering] = createSignal(false)
  let isExpecting = false
  let patience: ReturnType<typeof setTimeout> | undefined
  let heartbeat: ReturnType<typeof setInterval> | undefined

  const tools = createToolWire({
    tell: (message) => peerLine.tell(message),
    drained: () => peerLine.drained(),
  })

  const peerLine = makePeerLine({
    side,
    ticket,
    exchange,
    outgoing: desk.outgoing,
    makeComeback: comeback,
    on: {
      stream: setRemote,
      up,
      down: () => move({ event: 'down', at: Date.now() }),
      offered: () => setOffering(false),
      heard: ({ t: _, ...media }) => setRemoteMedia(media),
      told: tools.told,
      opened: tools.opened,
      troubled: (problem) => move({ event: 'troubled', problem }),
      failed,
      back: tellNetworkIsBack,
    },
  })

  const settled = createSettled(() => connection() !== null)

  const care = createCare({
    side,
    load,
    isSettled: settled.isSettled,
    callId: current,
    state,
    connection,
    camera: () => desk.real().video,
    media: desk.media,
    remoteMedia,
    tools: tools.wire,
    report,
  })

  createEffect(on(desk.real, peerLine.refresh))
  createEffect(() => peerLine.say({ t: 'media', ...told(desk.media()) }))

  function move(event: LineEvent): void {
    setState((from) => stepLine(from, event) ?? from)
  }

  function prepare(): void {
    peerLine.open()
    if (wasAsked()) return
    move({ event: 'asked' })
    void desk.ask().then(() => {
      // What failed meanwhile stays failed: an answer to the question does not begin it again.
      if (state().state === 'asking-camera') move({ event: current() || isExpecting ? 'dialled' : 'settled' })
    })
  }

  function reach(): void {
    peerLine.open()
    // What stands in for camera and microphone takes a moment to be made, and the offer would wait for it. The
    // customer's page is being drawn meanwhile, and asks for its camera before there is a call.
    if (side === 'operator') desk.outgoing()
  }

  function wasAsked(): boolean {
    return (
      desk.media().microphone !== 'none' || desk.media().camera !== 'none' || desk.media().problem !== null
    )
  }

  function expect(): void {
    if (current() || isExpecting) return
    isExpecting = true
    setOffering(true)
    clearTimeout(patience)
    patience = setTimeout(() => setOffering(false), patienceMs)
    prepare()
    if (desk.media().camera !== 'asking') move({ event: 'dialled' })
    peerLine.start()
  }

  function start(call: OpenCall): void {
    if (call.id === current()) return
    if (current()) stop()
    expect()
    isExpecting = false
    setCurrent(call.id)
    takePart()
  }

  async function exchange(word: RestartWord | null, signal: AbortSignal): Promise<RestartAnswer> {
    const callId = current()
    if (!callId) throw noCall
    return restart(callId, word, signal)
  }

  function up(pc: RTCPeerConnection): void {
    setConnection(pc)
    move({ event: 'up', at: Date.now() })
  }

  function pictured(): void {
    settled.pictured()
    care.pictured()
  }

  function takePart(): void {
    peerLine.start()
    clearInterval(heartbeat)
    heartbeat = setInterval(beat, aliveMs)
    beat()
  }

  // What cannot arrive would only stand in the way of what can, as soon as the network is back.
  function beat(): void {
    const callId = current()
    if (!callId || peerLine.isAway()) return
    alive(callId)
    peerLine.freshen()
  }

  function failed(problem: Problem): void {
    // Nobody waits for a call that is not there, and one that runs needs no broker: both try again in need.
    const isNeeded = current() && state().state !== 'connected'
    if (problem === 'not-admitted' && !isNeeded) return
    hangUp()
    // In another window they may be needed, and here nobody sees us.
    desk.release()
    move({ event: 'failed', problem })
  }

  function retry(): void {
    const { problem, camera } = desk.media()
    if (problem || camera === 'none') void desk.ask()
    if (state().state === 'failed') takeUp()
    else peerLine.retry()
  }

  function takeUp(): void {
    move({ event: 'dialled' })
    peerLine.open()
    takePart()
  }

  function hangUp(): void {
    clearTimeout(patience)
    setOffering(false)
    clearInterval(heartbeat)
    peerLine.stop()
    setConnection(null)
    setRemoteMedia(unknownMedia)
  }

  function stop(): void {
    setCurrent(null)
    isExpecting = false
    hangUp()
    desk.release()
    move({ event: 'stopped' })
  }

  // A page that goes says goodbye, so that the other side need not find out by silence;
  // one that comes back out of the browser's cache takes the call up again.
  function leave(): void {
    clearInterval(heartbeat)
    peerLine.stop()
    move({ event: 'down', at: Date.now() })
  }

  function comeBack(event: PageTransitionEvent): void {
    if (event.persisted && current()) takeUp()
  }

  function hear(news: NetworkNews): void {
    if (!current()) return
    if (news === 'changed') peerLine.retry()
    else peerLine.look()
  }

  const unwatch = watchNetwork(hear)
  addEventListener('pagehide', leave)
  addEventListener('pageshow', comeBack)
  onCleanup(() => {
    unwatch()
    removeEventListener('pagehide', leave)
    removeEventListener('pageshow', comeBack)
    stop()
  })

  return {
    side,
    state,
    current,
    local: desk.preview,
    remote,
    microphone: () => desk.real().audio,
    media: desk.media,
    remoteMedia,
    care: care.onStage,
    pictured,
    isSettled: settled.isSettled,
    tools: tools.wire,
    prepare,
    reach,
    expect,
    isOffering,
    start,
    stop,
    look: peerLine.look,
    retry,
    toggleMicrophone: desk.toggleMicrophone,
    toggleCamera: desk.toggleCamera,
    switchCamera: desk.switchCamera,
    shareScreen: desk.shareScreen,
    choose: desk.choose,
    close: stop,
  }
}

function told({ camera, microphone, screen }: LocalMedia): RemoteMedia {
  const ready = <T extends string>(state: T | 'asking') => (state === 'asking' ? 'off' : state)
  return { camera: ready(camera), microphone: ready(microphone), screen } as RemoteMedia
}
