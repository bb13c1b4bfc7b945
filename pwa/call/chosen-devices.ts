import { keep, readKept } from '../platform/kept.ts'

export type DeviceKind = 'camera' | 'microphone' | 'speaker'

const name = 'visavis.devices'

type Chosen = Partial<Record<DeviceKind, string>>

/** The device that the person picked on this machine, if any. It may not be plugged in today. */
export function chosenDevice(kind: DeviceKind): string | undefined {
  const id = readKept<Chosen>(name)?.[kind]
  return typeof id === 'string' ? id : undefined
}

export function chooseDevice(kind: DeviceKind, id: string): void {
  keep(name, { ...readKept<Chosen>(name), [kind]: id })
}

/** Asks for the picked devices in the place of any; the same object when there is nothing to ask for. */
export function withChosen(wish: MediaStreamConstraints, anyPicture: MediaTrackConstraints) {
  const microphone = wish.audio === true && chosenDevice('microphone')
  const camera = wish.video === anyPicture && chosenDevice('camera')
  if (!microphone && !camera) return wish
  return {
    ...wish,
    ...(microphone && { audio: { deviceId: { exact: microphone } } }),
    ...(camera && { video: { ...anyPicture, deviceId: { exact: camera } } }),
  }
}
