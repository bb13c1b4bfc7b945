type Kind = 'audio' | 'video'
type Trouble = 'NotAllowedError' | 'NotFoundError' | 'NotReadableError'

/** A track as far as our code looks at it. */
class FakeTrack extends EventTarget {
  enabled = true
  readyState = 'live'
  readonly kind: Kind
  constructor(kind: Kind) {
    super()
    this.kind = kind
  }
  stop = () => {
    this.readyState = 'ended'
  }
  /** Unplugged, or taken by a phone call. */
  breakDown = () => {
    this.stop()
    this.dispatchEvent(new Event('ended'))
  }
  /** The system keeps picture or sound back for a while: `mute`, and `unmute` when it is over. */
  interrupt = (event: 'mute' | 'unmute') => this.dispatchEvent(new Event(event))
  getSettings = () => ({ facingMode: 'user', deviceId: `${this.kind} in use` })
}

/** A machine whose devices can be missing, taken or forbidden, and that remembers what it was asked. */
export function makeFakeDevices() {
  const machine = {
    trouble: {} as Partial<Record<Kind, Trouble>>,
    permissions: {} as Partial<Record<'camera' | 'microphone', PermissionState>>,
    /** What each question was for, such as `audio+video`. */
    asked: [] as string[],
    given: [] as FakeTrack[],
    /** How sound was wished for last. */
    sound: undefined as MediaStreamConstraints['audio'],
    /** What the machine says is plugged in. */
    plugged: [] as { kind: MediaDeviceKind; deviceId: string }[],
    /** Kinds of what is in use now. */
    lights: () => machine.given.filter((track) => track.readyState === 'live').map(({ kind }) => kind),
    before: async () => {},
  }

  async function getUserMedia(wish: MediaStreamConstraints) {
    const kinds = (['audio', 'video'] as const).filter((kind) => wish[kind])
    machine.asked.push(kinds.join('+'))
    machine.sound = wish.audio ?? machine.sound
    await machine.before()
    const trouble = kinds.map((kind) => machine.trouble[kind]).find(Boolean)
    if (trouble) throw new DOMException('', trouble)
    const tracks = kinds.map((kind) => new FakeTrack(kind))
    machine.given.push(...tracks)
    const of = (kind: Kind) => tracks.filter((track) => track.kind === kind)
    return { getAudioTracks: () => of('audio'), getVideoTracks: () => of('video') }
  }

  const query = async ({ name }: { name: 'camera' | 'microphone' }) => ({
    state: machine.permissions[name] ?? 'prompt',
  })
  const navigator = {
    userAgent: 'Mozilla/5.0',
    mediaDevices: { getUserMedia, enumerateDevices: async () => machine.plugged },
    permissions: { query },
  }
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true, writable: true })
  Object.assign(globalThis, { MediaStream: class {} })
  return machine
}
