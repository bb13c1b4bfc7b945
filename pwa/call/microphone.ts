import { type Accessor, createSignal } from 'solid-js'
import { captureSound, permission, speech, thisMicrophone } from './media.ts'
import type { Problem } from './problem.ts'
import { makeTakeBack } from './take-back.ts'
import { isReplaceable } from './unplugged.ts'

export interface DeviceTrouble {
  tell(problem: Problem | null): void
  /** That problem is over; another one may stand. */
  over(problem: Problem): void
}

export interface Microphone {
  track: Accessor<MediaStreamTrack | null>
  /** `off` is muted and can come back; `none` never was there, or was refused. */
  state: Accessor<'on' | 'off' | 'none'>
  use(track: MediaStreamTrack): void
  toggle(): void
  choose(deviceId: string): void
  release(): void
}

/** A word swallowed between two sentences costs nothing; whoever stays muted is to see the light go out. */
const restMs = 5_000

/**
 * One microphone. Muted is silent at once; the device itself is let go a little later, where taking it again asks
 * nobody anything. Until then it comes back without a gap, and a phone's headset does not switch modes in a word.
 */
export function makeMicrophone(trouble: DeviceTrouble): Microphone {
  const [track, setTrack] = createSignal<MediaStreamTrack | null>(null)
  const [device, setDevice] = createSignal<'none' | 'here' | 'resting' | 'interrupted'>('none')
  const [isMuted, setMuted] = createSignal(false)
  let resting: ReturnType<typeof setTimeout> | undefined
  let round = 0

  const takeBack = makeTakeBack('microphone', () => take(speech))

  function state(): 'on' | 'off' | 'none' {
    if (device() === 'none') return 'none'
    return device() === 'here' && !isMuted() ? 'on' : 'off'
  }

  function use(fresh: MediaStreamTrack): void {
    takeBack.end()
    track()?.stop()
    fresh.enabled = !isMuted()
    follow(fresh)
    setTrack(fresh)
    setDevice('here')
    if (isMuted()) restSoon()
  }

  function follow(fresh: MediaStreamTrack): void {
    const when = (event: string, act: () => void) =>
      fresh.addEventListener(event, () => track() === fresh && act())
    when('ended', () => lose(fresh))
    when('mute', () => {
      setDevice('interrupted')
      trouble.tell('microphone-interrupted')
    })
    when('unmute', () => {
      setDevice('here')
      trouble.over('microphone-interrupted')
    })
  }

  function lose(lost: MediaStreamTrack): void {
    letGo('none')
    trouble.tell('microphone-missing')
    void replace(lost)
  }

  async function replace(lost: MediaStreamTrack): Promise<void> {
    if (!(await isReplaceable(lost))) takeBack.begin()
    else if (await take(speech)) trouble.tell('microphone-replaced')
  }

  async function take(wish: MediaTrackConstraints): Promise<boolean> {
    const mine = round
    const { audio, problem } = await captureSound(wish)
    if (mine !== round) audio?.stop()
    else if (audio) use(audio)
    if (mine === round) tell(problem)
    return mine === round && audio !== null
  }

  function tell(problem: Problem | null): void {
    trouble.tell(problem === 'camera-missing' || problem === 'camera-busy' ? 'microphone-missing' : problem)
  }

  function toggle(): void {
    setMuted(!isMuted())
    clearTimeout(resting)
    const mine = track()
    if (mine) mine.enabled = !isMuted()
    if (isMuted()) restSoon()
    else if (!mine) void take(speech).then((isBack) => isBack || setDevice('none'))
  }

  function restSoon(): void {
    clearTimeout(resting)
    resting = setTimeout(rest, restMs)
  }

  async function rest(): Promise<void> {
    const mine = track()
    if ((await permission('microphone')) !== 'granted') return
    if (isMuted() && mine !== null && track() === mine) letGo('resting')
  }

  function letGo(next: 'none' | 'resting'): void {
    track()?.stop()
    setTrack(null)
    setDevice(next)
  }

  function release(): void {
    round += 1
    takeBack.end()
    clearTimeout(resting)
    letGo('none')
    setMuted(false)
  }

  return {
    track,
    state,
    use,
    toggle,
    choose: (deviceId) => void take(thisMicrophone(deviceId)),
    release,
  }
}
