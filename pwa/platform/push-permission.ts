// Whether this browser may show notifications, as it stands now: a person can take it back in the browser's own settings
// while we run, and some browsers do so by themselves.

import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { platformOf } from './device-name.ts'
import { painted } from './painted.ts'

/** What has to happen before this browser can be asked: on iOS the app is installed first. */
export type PushSupport = 'ready' | 'install-first' | 'none'

export function pushSupport(): PushSupport {
  const able = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
  if (able) return 'ready'
  return platformOf(navigator) === 'ios' ? 'install-first' : 'none'
}

/** `denied` also where there are no notifications. Ends with the caller. */
export function createPushPermission(): Accessor<NotificationPermission> {
  const [permission, setPermission] = createSignal(present())
  const look = () => setPermission(present())
  const ended = new AbortController()
  onCleanup(() => ended.abort())
  // Not every browser tells of it: so it is looked at as well whenever the person comes back.
  document.addEventListener('visibilitychange', look, ended)
  // The answer takes the browser's attention while the first frame is made.
  painted()
    .then(() => navigator.permissions?.query({ name: 'notifications' }))
    .then(
      (status) => status?.addEventListener('change', look, ended),
      () => {},
    )
  return permission
}

function present(): NotificationPermission {
  return 'Notification' in globalThis ? Notification.permission : 'denied'
}

/** Asks for it, if it was not given yet; `false` if the person or the browser says no. Touch first: iOS wants one. */
export async function mayNotify(): Promise<boolean> {
  return (await Notification.requestPermission()) === 'granted'
}
