import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Device } from './devices.ts'

/** Firefox's way to a loudspeaker: https://w3c.github.io/mediacapture-output/#dom-mediadevices-selectaudiooutput */
type Choosing = MediaDevices & { selectAudioOutput?(): Promise<MediaDeviceInfo> }

export interface Loudspeakers {
  /** Those that the browser names to us. */
  list: Accessor<readonly Device[]>
  /** Asks the person by the browser's own question, where it has one. */
  ask: (() => Promise<Device | null>) | null
}

/** What a sound can come out of. Empty where the browser lets nobody choose. */
export function createLoudspeakers(): Loudspeakers {
  const devices = navigator.mediaDevices as Choosing | undefined
  const [list, setList] = createSignal<readonly Device[]>([])
  const mayChoose = typeof HTMLMediaElement.prototype.setSinkId === 'function'

  async function look() {
    const found = (await devices?.enumerateDevices().catch(() => [])) ?? []
    const outputs = found.filter(({ kind, deviceId, label }) => kind === 'audiooutput' && deviceId && label)
    setList(mayChoose ? outputs.map(asDevice) : [])
  }

  async function ask() {
    const chosen = await devices?.selectAudioOutput?.().catch(() => null)
    await look()
    return chosen ? asDevice(chosen) : null
  }

  void look()
  devices?.addEventListener?.('devicechange', look)
  onCleanup(() => devices?.removeEventListener?.('devicechange', look))
  return { list, ask: devices?.selectAudioOutput ? ask : null }
}

const asDevice = ({ deviceId, label }: MediaDeviceInfo): Device => ({ id: deviceId, name: label })
