/** A line that is cut at random; see tests/pwa/offline/outbox-chaos.ts, which is written for a browser. */
export interface Chaos {
  /** Of the edge. */
  url: string
  cookie: string
  conversationId: string
  messages: number
  /** Between 0 and 1, the next of a series. */
  random(): number
}

export interface ChaosCount {
  cutBefore: number
  cutAfter: number
  passed: number
  closings: number
}

export type SendThroughChaos = (chaos: Chaos) => Promise<ChaosCount>
