// What kind of browser this is, as far as a person needs other steps in it. Nothing else may ask:
// what a browser can do is found out by trying.

/** How one allows the camera here: `help.allow.<way>` of the dictionaries. */
export type AllowWay = 'ios-safari' | 'ios-other' | 'android' | 'mac-safari' | 'desktop'

const apps: readonly [mark: RegExp, name: string][] = [
  [/Instagram/, 'Instagram'],
  [/FBAN|FBAV|FB_IAB/, 'Facebook'],
  [/LinkedInApp/, 'LinkedIn'],
  [/\bLine\//, 'LINE'],
  [/TikTok|musical_ly|BytedanceWebview/, 'TikTok'],
  [/MicroMessenger/, 'WeChat'],
  [/Snapchat/, 'Snapchat'],
]

/** The app whose own browser shows the page, `''` where it does not say its name, or `null` in a real browser. */
export function inAppName(userAgent: string): string | null {
  const named = apps.find(([mark]) => mark.test(userAgent))
  if (named) return named[1]
  return isBareWebView(userAgent) ? '' : null
}

// Android marks a web view with "wv"; on an iPhone every real browser adds "Safari" and a web view does not.
function isBareWebView(userAgent: string): boolean {
  return /; wv\)/.test(userAgent) || (/iPhone|iPad/.test(userAgent) && !/Safari\//.test(userAgent))
}

export function allowWay(userAgent: string): AllowWay {
  if (/iPhone|iPad/.test(userAgent)) return /CriOS|FxiOS|EdgiOS/.test(userAgent) ? 'ios-other' : 'ios-safari'
  if (/Android/.test(userAgent)) return 'android'
  return /Macintosh.*Version\/.*Safari\//.test(userAgent) ? 'mac-safari' : 'desktop'
}

/**
 * An address that leaves the app for the phone's own browser, or `null` where no such thing is known.
 * The page's fragment stays in it: Android looks for the last `#` (Intent.parseUri).
 */
export function wayOut(href: string, userAgent: string): string | null {
  if (!/Android/.test(userAgent)) return null
  const { protocol, host, pathname, search, hash } = new URL(href)
  const scheme = protocol.slice(0, -1)
  return `intent://${host}${pathname}${search}${hash}#Intent;scheme=${scheme};action=android.intent.action.VIEW;end`
}
