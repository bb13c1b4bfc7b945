// Chromium lets the page itself offer to install it, once it has said so. Elsewhere the person goes through a menu.

import { createSignal } from 'solid-js'

/** https://wicg.github.io/manifest-incubations/#beforeinstallpromptevent-interface */
interface InstallOffer extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>
}

const [offer, setOffer] = createSignal<InstallOffer | null>(null)
const [isInstalled, setInstalled] = createSignal(false)

/** How the app gets onto this device: by our own button, by steps that only the person can take, or it is there. */
export type InstallWay = 'done' | 'button' | 'ios' | 'menu'

export function installWay(): InstallWay {
  if (isInstalled() || isStandalone()) return 'done'
  if (offer()) return 'button'
  return isIos(navigator) ? 'ios' : 'menu'
}

/** Asks from the very start: the browser says it once, and early. */
export function listenForInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    // Its own bar would come at a moment of its own.
    event.preventDefault()
    setOffer(event as InstallOffer)
  })
  addEventListener('appinstalled', () => {
    setOffer(null)
    setInstalled(true)
  })
}

/** Shows the browser's own question. It may be asked once. */
export async function installApp(): Promise<void> {
  const asked = offer()
  setOffer(null)
  await asked?.prompt()
}

/** An iPad says that it is a Mac, and has more than a mouse. */
export function isIos({
  userAgent,
  maxTouchPoints,
}: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)
}

function isStandalone(): boolean {
  // Safari's own, from before there was a standard.
  const { standalone } = navigator as { standalone?: boolean }
  return standalone === true || matchMedia('(display-mode: standalone)').matches
}
