// What one side's browser saw of a call: how it was connected and how good it was. It is that browser's word and
// no more; when and why the call ended is the edge's own.

export interface CallReport {
  /** Through a relay, or straight; `null` where the browser does not tell. */
  way: CallWay | null
  /** How often the line was lost and came back. */
  restarts: number
  /** Seconds that the line was up, and of these with still pictures in the place of video. */
  seconds: number
  stillSeconds: number
  /** From the edge's word that the call is live to the first picture. */
  firstFrameMs: number | null
  roundTripMedianMs: number | null
  roundTripP95Ms: number | null
  /** Of the packets that came, in per cent. */
  lossPercent: number
  /** What came in, on average, in kbit/s. */
  kbps: number
  freezes: number
  frozenSeconds: number
}

export const callWays = ['direct', 'relay'] as const
export type CallWay = (typeof callWays)[number]

/** More than any call has; what is beyond is not believed. */
export const mostIn = { count: 10_000, seconds: 7 * 86_400, ms: 600_000, kbps: 1_000_000 } as const

/** A browser's last word may come after the edge's: the page hears of the end, and then reports. */
export const lastReportMs = 2 * 60_000

export const pictures = ['good', 'fair', 'poor', 'stills'] as const
export type Picture = (typeof pictures)[number]

/** In one word, how good the picture was that this side got. */
export function pictureOf(report: CallReport): Picture {
  const { seconds, stillSeconds, frozenSeconds, lossPercent } = report
  const share = (part: number) => part / Math.max(seconds, 1)
  if (share(stillSeconds) > 0.5) return 'stills'
  const trouble = share(frozenSeconds) + share(stillSeconds) + lossPercent / 100
  return trouble >= 0.1 ? 'poor' : trouble >= 0.03 ? 'fair' : 'good'
}
