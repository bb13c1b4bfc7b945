import { openPages } from './pages.ts'

declare const self: ServiceWorkerGlobalScope

/** How many things wait, on the app's icon. A page that is open knows better, and does it itself. */
export async function showBadge(): Promise<void> {
  if (!navigator.setAppBadge || (await openPages()).length > 0) return
  const notes = await self.registration.getNotifications()
  await navigator.setAppBadge(notes.filter(({ silent }) => !silent).length).catch(() => {})
}
