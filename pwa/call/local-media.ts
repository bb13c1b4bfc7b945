import { type Accessor, createMemo, createSignal, onCleanup } from 'solid-js'
import { makeCameras } from './cameras.ts'
import { type Capture, captureBoth, capturePicture, captureSound } from './media.ts'
import { makeMicrophone } from './microphone.ts'
import { makePlaceholder, type Tracks } from './placeholder.ts'
import type { Problem } from './problem.ts'
import { captureScreen, mayShareScreen } from './screen-share.ts'

/** What this side sends. `none` was refused or is not there; `asking` is still open. */
export interface LocalMedia {
  camera: 'asking' | 'on' | 'off' | 'none'
  microphone: 'asking' | 'on' | 'off' | 'none'
  screen: boolean
  /** Whether there is another camera to switch to. */
  maySwitch: boolean
  mayShare: boolean
  /** The self-view reads like a mirror; what stands behind the phone, or on the screen, does not. */
  mirrored: boolean
  problem: Problem | null
}

export interface LocalMediaDesk {
  media: Accessor<LocalMedia>
  /** The self-view: the picture that the other side sees, or `null`. */
  preview: Accessor<MediaStream | null>
  /** The tracks that really are there. */
  real: Accessor<{ audio: Track; video: Track }>
  /** Always both kinds, so that a call can be made at any moment and is never negotiated again. */
  outgoing(): Tracks
  /** Resolves when the person has answered, whatever the answer. Asks again for what is missing. */
  ask(): Promise<void>
  toggleMicrophone(): void
  toggleCamera(): void
  switchCamera(): void
  /** Uses this device from now on. */
  choose(kind: 'camera' | 'microphone', deviceId: string): void
  shareScreen(): void
  /** Every light goes out. */
  release(): void
}

type Track = MediaStreamTrack | null

/** Camera, microphone and screen of this browser, and what stands in for them. */
export function createLocalMedia(): LocalMediaDesk {
  const placeholder = makeOnce(makePlaceholder)
  const [asking, setAsking] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem | null>(null)
  const [screen, setScreen] = createSignal<Track>(null)
  const trouble = {
    tell: setProblem,
    over: (which: Problem) => void setProblem((now) => (now === which ? null : now)),
  }
  const cameras = makeCameras(trouble)
  const microphone = makeMicrophone(trouble)

  const picture = createMemo(() => screen() ?? cameras.track())
  const preview = createMemo(() => streamOf(picture()))
  const real = createMemo(() => ({ audio: microphone.track(), video: picture() }))

  const media = createMemo<LocalMedia>(() => ({
    camera: asking() && cameras.state() === 'none' ? 'asking' : cameras.state(),
    microphone: asking() && microphone.state() === 'none' ? 'asking' : microphone.state(),
    screen: screen() !== null,
    maySwitch: cameras.maySwitch(),
    mayShare: mayShareScreen(),
    mirrored: !screen() && cameras.facing() === 'user',
    problem: problem(),
  }))

  // Counts releases: what a slow person grants after the end of the call is given back at once.
  let round = 0

  async function ask(): Promise<void> {
    if (problem() === 'camera-interrupted') return cameras.toggle()
    if (hasBoth()) setProblem(null)
    if (asking() || hasBoth()) return
    const mine = round
    setAsking(true)
    const capture = await captureMissing()
    if (mine !== round) return stopAll(capture.audio, capture.video)
    setAsking(false)
    setProblem(capture.problem)
    if (capture.audio) microphone.use(capture.audio)
    if (capture.video) cameras.use(capture.video)
  }

  function hasBoth(): boolean {
    return microphone.state() !== 'none' && cameras.track() !== null
  }

  // Never more than what is missing: a camera that was switched off stays off.
  function captureMissing(): Promise<Capture> {
    if (microphone.state() !== 'none') return capturePicture()
    return cameras.state() === 'off' ? captureSound() : captureBoth()
  }

  function outgoing(): Tracks {
    const { audio, video } = real()
    return { audio: audio ?? placeholder.get().audio, video: video ?? placeholder.get().video }
  }

  function toggleMicrophone(): void {
    if (microphone.state() === 'none') void ask()
    else microphone.toggle()
  }

  function toggleCamera(): void {
    if (cameras.state() === 'none' && !cameras.track()) void ask()
    else cameras.toggle()
  }

  let isPicking = false

  async function shareScreen(): Promise<void> {
    if (screen()) return stopSharing()
    if (isPicking) return
    const mine = round
    isPicking = true
    const track = await captureScreen()
    isPicking = false
    if (!track) return
    if (mine !== round) return stopAll(track)
    track.addEventListener('ended', stopSharing)
    setScreen(track)
  }

  function stopSharing(): void {
    stopAll(screen())
    setScreen(null)
  }

  function release(): void {
    round += 1
    setAsking(false)
    setProblem(null)
    microphone.release()
    stopSharing()
    cameras.release()
    placeholder.end()
  }

  onCleanup(release)

  return {
    media,
    preview,
    real,
    outgoing,
    ask,
    toggleMicrophone,
    toggleCamera,
    switchCamera: cameras.next,
    choose: (kind, deviceId) => (kind === 'camera' ? cameras.choose(deviceId) : microphone.choose(deviceId)),
    shareScreen: () => void shareScreen(),
    release,
  }
}

function streamOf(track: Track): MediaStream | null {
  return track && new MediaStream([track])
}

function stopAll(...tracks: Track[]): void {
  for (const track of tracks) track?.stop()
}

function makeOnce<T extends { end(): void }>(make: () => T) {
  let made: T | null = null
  return {
    get: () => {
      made ??= make()
      return made
    },
    end: () => {
      made?.end()
      made = null
    },
  }
}
