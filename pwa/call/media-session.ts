import { type Accessor, createEffect, onCleanup } from 'solid-js'
import type { Line } from './line.ts'

export interface MediaSessionOptions {
  line: Line
  remoteName: Accessor<string>
  onEnd(): void
}

// Younger than TypeScript's list of actions. Source: Media Session, section 9, "togglemicrophone" and following.
type CallAction = MediaSessionAction | 'togglemicrophone' | 'togglecamera' | 'hangup'

/** The keys of headsets and keyboards, and the system's own call card, work the call. */
export function createMediaSession({ line, remoteName, onEnd }: MediaSessionOptions): void {
  const session = navigator.mediaSession
  if (!session) return

  const actions: [CallAction, () => void][] = [
    ['togglemicrophone', line.toggleMicrophone],
    ['togglecamera', line.toggleCamera],
    ['hangup', onEnd],
  ]
  for (const [action, act] of actions) handle(session, action, act)
  createEffect(() => {
    session.metadata = new MediaMetadata({ title: remoteName() })
  })
  createEffect(() => {
    const { camera, microphone } = line.media()
    session.setMicrophoneActive?.(microphone === 'on')
    session.setCameraActive?.(camera === 'on')
  })
  onCleanup(() => {
    for (const [action] of actions) handle(session, action, null)
    session.metadata = null
  })
}

/** A browser that does not know an action throws at its name. */
function handle(session: MediaSession, action: CallAction, act: (() => void) | null): void {
  try {
    session.setActionHandler(action as MediaSessionAction, act)
  } catch {
    // That key stays the system's own.
  }
}
