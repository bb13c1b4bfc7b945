// What can go wrong at this browser's end. Each has one plain sentence and one button that helps:
// `call.problem.<code>` and `call.help.<code>` in the dictionaries.

export const problems = [
  'camera-denied',
  'camera-missing',
  'camera-busy',
  'camera-stopped',
  'camera-replaced',
  'camera-interrupted',
  'microphone-missing',
  'microphone-replaced',
  'microphone-interrupted',
  'in-app-browser',
  'browser-too-old',
  'offline',
  'line-lost',
  'peer-unreachable',
  'broker-gone',
  'not-admitted',
  'taken-over',
] as const

export type Problem = (typeof problems)[number]

// They open links in a browser of their own, which often has no camera to give.
const inAppBrowsers = /FBAN|FBAV|Instagram|Line\/|MicroMessenger|Snapchat|TikTok|musical_ly|; wv\)/

export function isInAppBrowser(userAgent: string): boolean {
  return inAppBrowsers.test(userAgent)
}

/** The browsers' many words for "no camera" come down to four. Source: Media Capture and Streams, 10.2. */
export function problemOfCapture(error: unknown, userAgent: string): Problem {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'camera-missing'
  if (name === 'NotReadableError' || name === 'AbortError') return 'camera-busy'
  return isInAppBrowser(userAgent) || name === 'TypeError' ? 'in-app-browser' : 'camera-denied'
}
