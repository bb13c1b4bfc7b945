import { type Accessor, createSignal } from 'solid-js'
import { capturePicture, countCameras, nextCamera, selfie, thisCamera } from './media.ts'
import type { DeviceTrouble } from './microphone.ts'
import { makeTakeBack } from './take-back.ts'
import { isReplaceable } from './unplugged.ts'

export interface Cameras {
  track: Accessor<MediaStreamTrack | null>
  /** `off` was switched off and can come back; `none` never was there, or was refused. */
  state: Accessor<'on' | 'off' | 'none'>
  maySwitch: Accessor<boolean>
  facing: Accessor<'user' | 'environment'>
  use(track: MediaStreamTrack): void
  toggle(): void
  next(): void
  choose(deviceId: string): void
  release(): void
}

/** One camera at a time. Off means that its light is off: the track is stopped and taken anew. */
export function makeCameras(trouble: DeviceTrouble): Cameras {
  const [track, setTrack] = createSignal<MediaStreamTrack | null>(null)
  const [state, setState] = createSignal<'on' | 'interrupted' | 'off' | 'none'>('none')
  const [count, setCount] = createSignal(0)
  let wish = selfie
  let busy = false
  let round = 0

  const takeBack = makeTakeBack('camera', async () => state() === 'none' && take(wish, 'quietly'))

  function use(fresh: MediaStreamTrack): void {
    takeBack.end()
    track()?.stop()
    follow(fresh)
    setTrack(fresh)
    setState('on')
    // Names and numbers of the cameras are told only after the permission.
    void countCameras().then(setCount)
  }

  // Unplugged, or taken by a phone call: nobody pressed a button, so the person is told.
  function follow(fresh: MediaStreamTrack): void {
    const when = (event: string, act: () => void) =>
      fresh.addEventListener(event, () => track() === fresh && act())
    when('ended', () => lose(fresh))
    when('mute', () => {
      setState('interrupted')
      trouble.tell('camera-interrupted')
    })
    when('unmute', () => {
      setState('on')
      trouble.over('camera-interrupted')
    })
  }

  function lose(lost: MediaStreamTrack): void {
    setTrack(null)
    setState('none')
    trouble.tell('camera-stopped')
    void replace(lost)
  }

  async function replace(lost: MediaStreamTrack): Promise<void> {
    const canReplace = await isReplaceable(lost)
    if (track() || state() !== 'none') return
    if (!canReplace) return takeBack.begin()
    wish = selfie
    if (await take(wish)) trouble.tell('camera-replaced')
  }

  function drop(next: 'off' | 'none'): void {
    takeBack.end()
    track()?.stop()
    setTrack(null)
    setState(next)
  }

  function toggle(): void {
    if (state() === 'on') drop('off')
    else void swapTo(wish)
  }

  // Phones have one camera at a time to give: the old one is stopped before the next is asked for.
  async function next(): Promise<void> {
    const current = track()
    if (!current || busy) return
    const wished = await nextCamera(current.getSettings())
    if (track() === current) await swapTo(wished)
  }

  function choose(deviceId: string): void {
    if (busy) return
    // What is off stays off until it is wanted.
    if (state() === 'off') wish = thisCamera(deviceId)
    else void swapTo(thisCamera(deviceId))
  }

  async function swapTo(wished: MediaTrackConstraints): Promise<void> {
    track()?.stop()
    if (await take(wished)) wish = wished
    else if (wished !== wish) await take(wish)
  }

  async function take(wished: MediaTrackConstraints, how?: 'quietly'): Promise<boolean> {
    if (busy) return false
    const mine = round
    busy = true
    const { video, problem } = await capturePicture(wished)
    busy = false
    if (mine !== round) video?.stop()
    else if (video) use(video)
    else if (!how) drop('none')
    if (mine === round && (video || !how)) trouble.tell(problem)
    return video !== null
  }

  function release(): void {
    round += 1
    drop('none')
    setCount(0)
  }

  return {
    track,
    state: () => (state() === 'interrupted' ? 'off' : (state() as 'on' | 'off' | 'none')),
    maySwitch: () => count() > 1,
    facing: () => (track()?.getSettings().facingMode === 'environment' ? 'environment' : 'user'),
    use,
    toggle,
    next: () => void next(),
    choose,
    release,
  }
}
