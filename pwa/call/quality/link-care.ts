import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import type { LineState, LocalMedia, RemoteMedia } from '../line.ts'
import type { ToolWire } from '../tool-wire.ts'
import { encodingFor } from './encoding.ts'
import { beginning, type Judge, judge, type Verdict } from './grade.ts'
import { afterGap, type Climb, climb, ground, type Room, rungFor, type Wish } from './ladder.ts'
import { readLink, type Stills } from './link-word.ts'
import { type Report, readSample, type Sample } from './sample.ts'
import { createSaver } from './saver.ts'
import { makeSenderShape, preferSound } from './shape-sender.ts'
import { chosenMost } from './still-plan.ts'
import { createStillReceiver, type StillReceiver } from './still-receiver.ts'
import { createStillSender } from './still-sender.ts'
import { type Trend, trendOf } from './trend.ts'

/** What is looked after: one side of a call. */
export interface Cared {
  state: Accessor<LineState>
  connection: Accessor<RTCPeerConnection | null>
  camera: Accessor<MediaStreamTrack | null>
  media: Accessor<LocalMedia>
  remoteMedia: Accessor<RemoteMedia>
  tools: ToolWire
  /** What went on between two looks, and whether the other side sent stills. */
  passed(moment: Trend, isStill: boolean): void
}

/** Watches the connection, makes the picture fit it, and shows stills where video does not fit. */
export interface LinkCare {
  verdict: Accessor<Verdict>
  /** The last moment's figures. */
  trend: Accessor<Trend | null>
  /** Why we send stills, and why the other side does. */
  ownStills: Accessor<Stills>
  otherStills: Accessor<Stills>
  still: StillReceiver['still']
  isSaving: Accessor<boolean>
  toggleSaving(): void
  wantsStills: Accessor<boolean>
  toggleStills(): void
}

const everyMs = 2_000

export function createLinkCare(cared: Cared): LinkCare {
  const { connection, camera, media, remoteMedia, tools } = cared
  const saver = createSaver()
  const [wantsStills, setWantsStills] = createSignal(false)
  const [theirs, setTheirs] = createSignal<{ stills: Stills; asks: Wish }>({ stills: null, asks: 'all' })
  const [trend, setTrend] = createSignal<Trend | null>(null)
  const [judgement, setJudgement] = createSignal<Judge>(beginning)
  const [climbing, setClimbing] = createSignal<Climb>(ground)
  const received = createStillReceiver(tools)
  const sent = createStillSender({
    wire: tools,
    room: () => untrack(trend)?.outgoing.roomKbps ?? null,
    loss: () => untrack(trend)?.outgoing.loss ?? 0,
  })
  let last: Sample | null = null

  const asks = createMemo<Wish>(() => (wantsStills() ? 'still' : saver.isOn() ? 'less' : 'all'))
  const wish = createMemo(() => lesser(asks(), theirs().asks))
  const rung = createMemo(() => rungFor(climbing(), wish()), undefined, {
    equals: (one, other) => one.name === other.name && one.most === other.most,
  })
  const isNarrow = createMemo(() => rung().name === 'still')
  const hasPicture = () => media().screen || media().camera === 'on'
  const ownStills = createMemo<Stills>(() => {
    if (rung().name !== 'still' || !hasPicture()) return null
    return wish() === 'still' ? 'chosen' : 'weak'
  })
  const otherStills = () => theirs().stills

  const tell = (wantsAnswer: boolean) =>
    tools.tell({ t: 'link', stills: ownStills(), asks: asks(), wantsAnswer })
  // The wire is new, and so may be whoever listens; or it is we who are.
  createEffect(() => {
    if (tools.isOpen()) untrack(() => tell(true))
    else setTheirs({ stills: null, asks: 'all' })
  })
  createEffect(on([ownStills, asks], () => tell(false), { defer: true }))
  createEffect(() =>
    sent.show(ownStills() ? camera() : null, ownStills() === 'chosen' ? chosenMost : undefined),
  )
  createEffect(() => otherStills() || received.clear())
  tools.listen((message) => {
    const word = message instanceof ArrayBuffer ? null : readLink(message)
    if (word?.t !== 'link') return
    setTheirs({ stills: word.stills, asks: word.asks })
    if (word.wantsAnswer) tell(false)
  })

  createEffect(() => {
    const pc = connection()
    if (!pc) return
    last = null
    setClimbing(ground)
    const shape = makeSenderShape()
    const senderOf = (kind: string) => pc.getSenders().find(({ track }) => track?.kind === kind)
    createEffect(() => {
      const sound = senderOf('audio')
      if (sound) void preferSound(sound, isNarrow())
    })
    createEffect(() => {
      // At each look again: a setting that was refused meanwhile is told once more.
      trend()
      const sender = senderOf('video')
      if (sender) shape.apply(sender, encodingFor(rung(), sourceOf(camera(), media().screen)))
    })
    // Whether the line is up is its own affair: each gap would begin all of this anew, and the ladder at the ground.
    untrack(() => void look(pc))
    const timer = setInterval(() => void look(pc), everyMs)
    onCleanup(() => clearInterval(timer))
  })

  // A way that is gone is no weak one: whoever took it for that would be without a picture when it is back.
  const isUp = createMemo(() => cared.state().state === 'connected')
  createEffect(
    on(isUp, () => {
      last = null
      setClimbing(afterGap)
    }),
  )

  async function look(pc: RTCPeerConnection): Promise<void> {
    if (!isUp() || pc.connectionState !== 'connected') {
      last = null
      return
    }
    const reports = (await pc.getStats()).values() as Iterable<Report>
    const now = readSample(performance.now(), reports)
    const moment = last && trendOf(last, now)
    last = now
    if (moment && isUp() && pc === connection()) take(moment)
  }

  function take(moment: Trend): void {
    setTrend(moment)
    setJudgement((before) => judge(before, moment, circumstances()))
    // What is not wanted says nothing about what would fit.
    if (wish() !== 'still') setClimbing((before) => climb(before, roomIn(moment)))
    cared.passed(moment, otherStills() !== null)
  }

  function circumstances() {
    return {
      sends: hasPicture() && wish() === 'all' ? rung().name : null,
      awaitsVideo: otherStills() === null && (remoteMedia().screen || remoteMedia().camera === 'on'),
      ownStills: ownStills() === 'weak',
      otherStills: otherStills() === 'weak',
    }
  }

  // While there is no video the browser has nothing to estimate with; the stills tell how much gets through.
  function roomIn({ outgoing }: Trend): Room {
    const { loss, isSated } = outgoing
    return rung().name === 'still' ? { kbps: sent.kbps(), loss } : { kbps: outgoing.roomKbps, loss, isSated }
  }

  return {
    verdict: () => judgement().verdict,
    trend,
    ownStills,
    otherStills,
    still: received.still,
    isSaving: saver.isOn,
    toggleSaving: saver.toggle,
    wantsStills,
    toggleStills: () => setWantsStills((is) => !is),
  }
}

const wishes: readonly Wish[] = ['still', 'less', 'all']

function lesser(one: Wish, other: Wish): Wish {
  return wishes.find((wish) => wish === one || wish === other) ?? 'all'
}

// The placeholder's size where there is no camera.
function sourceOf(track: MediaStreamTrack | null, isScreen: boolean) {
  const { width = 320, height = 180 } = track?.getSettings() ?? {}
  return { width, height, isScreen }
}
