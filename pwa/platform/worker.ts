// The operator's app keeps a service worker: it opens without a network, and hears of jobs while it is closed.
// The customer's page never comes here.

import { Workbox } from 'workbox-window'
import { announceNewVersion, newVersionTookOver } from './new-version.ts'

// A laptop that sleeps in this app for a week hears of an update by this alone.
const everyMs = 30 * 60_000

/** Where a browser has none (plain http on another machine, some private windows), the app works without. */
export function startWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const workbox = new Workbox('/service-worker.js', { scope: '/' })
  workbox.addEventListener('waiting', () => announceNewVersion(() => workbox.messageSkipWaiting()))
  workbox.addEventListener('controlling', ({ isUpdate }) => isUpdate && newVersionTookOver())
  void workbox.register().then(() => lookForUpdates(workbox), tell)
}

function lookForUpdates(workbox: Workbox): void {
  // Offline it fails, and the next one will do.
  const look = () => void workbox.update().catch(() => {})
  setInterval(look, everyMs)
  addEventListener('online', look)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look())
}

// A full disk or a blocked storage: nothing that anybody could do about it now.
function tell(error: unknown): void {
  console.warn('The app goes on without its service worker:', error)
}
