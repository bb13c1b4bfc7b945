import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import { chooseDevice, chosenDevice, type DeviceKind } from './chosen-devices.ts'
import type { Line } from './line.ts'

export interface Device {
  id: string
  name: string
}

/** The machine's cameras, microphones and loudspeakers, and which of them are in use. */
export interface Devices {
  list(kind: DeviceKind): readonly Device[]
  current(kind: DeviceKind): string
  choose(kind: DeviceKind, id: string): void
  maySpeakElsewhere: boolean
  /** The loudspeaker that was in use is gone, and the machine's own is used instead. */
  hasLostSpeaker: Accessor<boolean>
}

const kinds: Record<DeviceKind, MediaDeviceKind> = {
  camera: 'videoinput',
  microphone: 'audioinput',
  speaker: 'audiooutput',
}

export function createDevices(line: Line, remote: Accessor<HTMLVideoElement | undefined>): Devices {
  const [all, setAll] = createSignal<readonly MediaDeviceInfo[]>([])
  const [speaker, setSpeaker] = createSignal(chosenDevice('speaker') ?? '')
  const [hasLostSpeaker, setLostSpeaker] = createSignal(false)
  const maySpeakElsewhere = typeof HTMLMediaElement.prototype.setSinkId === 'function'

  async function look(): Promise<void> {
    const found = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? []
    setAll(found)
    const outputs = found.filter(({ kind }) => kind === 'audiooutput')
    if (!speaker() || outputs.length === 0 || outputs.some(({ deviceId }) => deviceId === speaker())) return
    setSpeaker('')
    setLostSpeaker(true)
  }

  function list(kind: DeviceKind): readonly Device[] {
    return all()
      .filter((device) => device.kind === kinds[kind] && device.deviceId !== '')
      .map(({ deviceId, label }, index) => ({ id: deviceId, name: label || String(index + 1) }))
  }

  function current(kind: DeviceKind): string {
    if (kind === 'speaker') return speaker() || (list('speaker')[0]?.id ?? '')
    const track = kind === 'camera' ? line.local()?.getVideoTracks()[0] : line.microphone()
    return track?.getSettings().deviceId ?? ''
  }

  function choose(kind: DeviceKind, id: string): void {
    chooseDevice(kind, id)
    setLostSpeaker(false)
    if (kind === 'speaker') setSpeaker(id)
    else line.choose(kind, id)
  }

  createEffect(() => {
    const sink = speaker()
    // Refused where the person has not allowed it: the machine's own speaks on.
    if (maySpeakElsewhere)
      void remote()
        ?.setSinkId(sink)
        .catch(() => {})
  })
  // Names are told only after the permission, so what is in use is a reason to look again.
  createEffect(() => {
    line.local()
    line.microphone()
    void look()
  })
  navigator.mediaDevices?.addEventListener?.('devicechange', look)
  onCleanup(() => navigator.mediaDevices?.removeEventListener?.('devicechange', look))

  return { list, current, choose, maySpeakElsewhere, hasLostSpeaker }
}
