import type { PushPlatform } from '../../edge/domain/push-device.ts'

type Agent = Pick<Navigator, 'userAgent' | 'maxTouchPoints'>

/** An iPad says that it is a Mac, and has more than a mouse. */
export function platformOf({ userAgent, maxTouchPoints }: Agent): PushPlatform {
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'ios'
  if (/Android/.test(userAgent)) return 'android'
  if (/Macintosh/.test(userAgent)) return 'mac'
  if (/Windows/.test(userAgent)) return 'windows'
  return /Linux|CrOS/.test(userAgent) ? 'linux' : 'other'
}

const platformNames: Record<PushPlatform, string> = {
  android: 'Android',
  ios: 'iOS',
  mac: 'macOS',
  windows: 'Windows',
  linux: 'Linux',
  other: '',
}

/** Names are no words: "Chrome · Windows" is read in every language. */
export function deviceName(agent: Agent): string {
  return [browserOf(agent), platformNames[platformOf(agent)]].filter(Boolean).join(' · ')
}

// Each says that it is the ones below it as well.
const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const

function browserOf({ userAgent }: Agent): string {
  return browsers.find(([mark]) => userAgent.includes(mark))?.[1] ?? 'Browser'
}
