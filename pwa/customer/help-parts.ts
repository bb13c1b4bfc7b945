export { CameraHelp } from './camera-help.tsx'
export { Hints } from './hints.tsx'
