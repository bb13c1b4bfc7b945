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
export function withChosen(
  wish: MediaStreamConstraints,
  any: { sound: MediaTrackConstraints; picture: MediaTrackConstraints },
) {
  const microphone = wish.audio === any.sound && chosenDevice('microphone')
  const camera = wish.video === any.picture && chosenDevice('camera')
  if (!microphone && !camera) return wish
  return {
    ...wish,
    ...(microphone && { audio: { ...any.sound, deviceId: { exact: microphone } } }),
    ...(camera && { video: { ...any.picture, deviceId: { exact: camera } } }),
  }
}
