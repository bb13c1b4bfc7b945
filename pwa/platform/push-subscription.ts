// How this browser subscribes to pushes. Chromium without its cloud never answers, so nothing here is waited for without
// an end.

import type { PushSubscriptionBody } from '../../edge/domain/push-device.ts'

export type PushKeys = Pick<PushSubscriptionBody, 'endpoint' | 'p256dh' | 'auth'>

const patienceMs = 15_000

export class PushTimeOut extends Error {
  override name = 'PushTimeOut'
}

/** Tells whether a service worker would take a push: where a browser refuses to keep one, none ever comes up. */
export function watchWorker(tell: (isThere: boolean) => void): void {
  const timer = setTimeout(tell, patienceMs, false)
  void navigator.serviceWorker.ready.then(() => {
    clearTimeout(timer)
    tell(true)
  })
}

/** Subscribes, or gives what there is already. Throws PushTimeOut where the browser's push service does not answer. */
export async function subscribe(publicKey: string): Promise<PushKeys> {
  return subscribeAt(await inTime(navigator.serviceWorker.ready), publicKey)
}

/** The same, for who knows the worker's registration: the worker itself. */
export async function subscribeAt(
  { pushManager }: ServiceWorkerRegistration,
  publicKey: string,
): Promise<PushKeys> {
  const kept = await inTime(pushManager.getSubscription())
  if (kept && isFor(kept, publicKey)) return keysOf(kept)
  // The house has other keys than when this was made: nothing that it sends would be taken.
  if (kept) await inTime(kept.unsubscribe())
  const options = { userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) }
  return keysOf(await inTime(pushManager.subscribe(options)))
}

export async function unsubscribe(): Promise<void> {
  const { pushManager } = await inTime(navigator.serviceWorker.ready)
  const kept = await inTime(pushManager.getSubscription())
  if (kept) await inTime(kept.unsubscribe())
}

function keysOf(subscription: PushSubscription): PushKeys {
  const { endpoint, keys } = subscription.toJSON()
  return { endpoint: endpoint ?? '', p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' }
}

function isFor(kept: PushSubscription, publicKey: string): boolean {
  const key = kept.options?.applicationServerKey
  return !key || base64UrlOf(new Uint8Array(key)) === publicKey
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    const fail = () => reject(new PushTimeOut('The push service of this browser does not answer.'))
    timer = setTimeout(fail, patienceMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
}

function base64UrlOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
