import { createSignal } from 'solid-js'
import type { Side } from '../../../edge/domain/tickets.ts'
import type { Line, LineState, LocalMedia, RemoteMedia } from '../../../pwa/call/line.ts'

/** A line that does nothing by itself: the test sets what it shows, and reads what was pressed. */
export function makeStillLine(side: Side) {
  const [state, setState] = createSignal<LineState>({ state: 'connected', since: 0 })
  const [media, setMedia] = createSignal<LocalMedia>({
    camera: 'on',
    microphone: 'on',
    screen: false,
    maySwitch: true,
    mayShare: true,
    mirrored: true,
    problem: null,
  })
  const [remoteMedia, setRemoteMedia] = createSignal<RemoteMedia>({
    camera: 'on',
    microphone: 'on',
    screen: false,
  })
  const pressed: string[] = []
  const press = (name: string) => () => void pressed.push(name)
  const line: Line = {
    side,
    state,
    current: () => null,
    media,
    remoteMedia,
    tools: { isOpen: () => true, tell: () => {}, drained: async () => {}, listen: () => {} },
    care: () => null,
    pictured: () => {},
    isSettled: () => true,
    local: () => null,
    microphone: () => null,
    remote: () => null,
    prepare: press('prepare'),
    reach: press('reach'),
    expect: press('expect'),
    isOffering: () => false,
    start: press('start'),
    stop: press('stop'),
    look: () => undefined,
    retry: press('retry'),
    toggleMicrophone: press('microphone'),
    toggleCamera: press('camera'),
    switchCamera: press('switch'),
    shareScreen: press('screen'),
    choose: (kind, id) => void pressed.push(`choose ${kind} ${id}`),
    close: press('close'),
  }
  return { line, pressed, setState, setMedia, setRemoteMedia }
}
