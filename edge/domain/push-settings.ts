// What an operator wants to be told of by notification, and when.

export interface PushSettings {
  /** "New job appointment". */
  jobs: boolean
  /** A customer wrote, and no page of the operator's is open. */
  messages: boolean
  /** Whether a notification may say the customer's first name: a lock screen is read by others. */
  firstNames: boolean
  quiet: QuietHours | null
}

/** From one time of day to another, also over midnight, by the clock of a time zone. */
export interface QuietHours {
  /** "22:00" */
  from: string
  to: string
  /** An IANA name: "Europe/Istanbul". */
  timeZone: string
}

export const defaultPushSettings: PushSettings = {
  jobs: true,
  messages: true,
  firstNames: false,
  quiet: null,
}

export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}

/** Whether nothing may be sent at `at`. Hours that end where they begin are none. */
export function isQuiet(quiet: QuietHours | null, at: number): boolean {
  if (quiet === null) return false
  const { from, to } = quiet
  const time = timeOfDay(at, quiet.timeZone)
  return from <= to ? from <= time && time < to : from <= time || time < to
}

/** "09:05", as clocks show it there; summer time is the time zone's business. */
function timeOfDay(at: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return format.format(at)
}

/** The customer's first name as a notification may say it, or an empty text. */
export function firstNameFor(settings: PushSettings, name: string): string {
  const first = name.trim().split(/\s+/)[0] ?? ''
  // People type numbers where a name is asked for.
  return settings.firstNames && !/\d/.test(first) ? first.slice(0, 40) : ''
}
