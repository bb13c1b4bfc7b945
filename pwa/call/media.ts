import { withChosen } from './chosen-devices.ts'
import type { Problem } from './problem.ts'
import { problemOfCapture } from './problem.ts'

/** What the person and the machine gave, and what kept the rest. */
export interface Capture {
  audio: MediaStreamTrack | null
  video: MediaStreamTrack | null
  problem: Problem | null
}

const pictureWish: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30, max: 30 },
}
export const selfie: MediaTrackConstraints = { ...pictureWish, facingMode: 'user' }

/** Two people in two rooms, often without a headset: what the browsers do by themselves is not left to them. */
export const speech: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
}

/** Asks once for both, and then for what is left of it. Never rejects: a call goes on without a camera. */
export async function captureBoth(): Promise<Capture> {
  const both = await capture({ audio: speech, video: selfie })
  if (!both.problem) return both
  if (!(await mayAskAgain(both.problem))) return both
  const sound = await captureSound()
  if (!sound.problem) return { ...sound, problem: both.problem }
  const picture = both.problem === 'camera-missing' ? await capturePicture() : both
  return picture.problem ? both : { ...picture, problem: 'microphone-missing' }
}

export function captureSound(wish: MediaTrackConstraints = speech): Promise<Capture> {
  return capture({ audio: wish })
}

export function capturePicture(wish: MediaTrackConstraints = selfie): Promise<Capture> {
  return capture({ video: wish })
}

// A picked device that is not plugged in is no reason to have none; and who picked it is not asked twice,
// because the browser says that it is missing before it asks anybody.
async function capture(wish: MediaStreamConstraints): Promise<Capture> {
  const chosen = withChosen(wish, { sound: speech, picture: selfie })
  const first = await captureExactly(chosen)
  return first.problem === 'camera-missing' && chosen !== wish ? captureExactly(wish) : first
}

async function captureExactly(constraints: MediaStreamConstraints): Promise<Capture> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(constraints)
    return {
      audio: stream.getAudioTracks()[0] ?? null,
      video: stream.getVideoTracks()[0] ?? null,
      problem: null,
    }
  } catch (error) {
    return { audio: null, video: null, problem: problemOfCapture(error, navigator.userAgent) }
  }
}

// Who just said no is not asked a second time; but a camera that was blocked long ago
// does not mean that the microphone is.
async function mayAskAgain(problem: Problem): Promise<boolean> {
  if (problem === 'camera-missing' || problem === 'camera-busy') return true
  const [camera, microphone] = await Promise.all([permission('camera'), permission('microphone')])
  return camera === 'denied' && microphone === 'granted'
}

/** What the browser says that it would answer, without asking anybody. */
export async function permission(name: 'camera' | 'microphone'): Promise<PermissionState | 'unknown'> {
  try {
    return (await navigator.permissions.query({ name })).state
  } catch {
    return 'unknown'
  }
}

export async function countCameras(): Promise<number> {
  const devices = await navigator.mediaDevices?.enumerateDevices().catch(() => [])
  return (devices ?? []).filter(({ kind }) => kind === 'videoinput').length
}

export function thisMicrophone(deviceId: string): MediaTrackConstraints {
  return { ...speech, deviceId: { exact: deviceId } }
}

export function thisCamera(deviceId: string): MediaTrackConstraints {
  return { ...pictureWish, deviceId: { exact: deviceId } }
}

/** The next camera: front and back on a phone, else the next one in the list. */
export async function nextCamera(current: MediaTrackSettings): Promise<MediaTrackConstraints> {
  if (current.facingMode) {
    return { ...pictureWish, facingMode: current.facingMode === 'user' ? 'environment' : 'user' }
  }
  const devices = await navigator.mediaDevices.enumerateDevices()
  const ids = devices.filter(({ kind }) => kind === 'videoinput').map(({ deviceId }) => deviceId)
  const next = ids[(ids.indexOf(current.deviceId ?? '') + 1) % ids.length]
  return next ? thisCamera(next) : selfie
}
