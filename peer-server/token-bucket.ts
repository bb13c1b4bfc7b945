export interface Allowance {
  messagesPerSecond: number
  burst: number
  floodDebt: number
}

export type Taken = 'pass' | 'drop' | 'flood'

/**
 * Counts messages against a rate. What is dropped is charged too, so whoever keeps flooding stays
 * silent and ends as a flood, while a short overshoot recovers by itself.
 */
export function makeTokenBucket(allowance: Allowance, now: () => number): () => Taken {
  let tokens = allowance.burst
  let countedAt = now()

  function refill(): void {
    const at = now()
    // A clock set back must not take tokens away.
    const seconds = Math.max(0, at - countedAt) / 1000
    tokens = Math.min(allowance.burst, tokens + seconds * allowance.messagesPerSecond)
    countedAt = at
  }

  return () => {
    refill()
    tokens -= 1
    if (tokens >= 0) return 'pass'
    return tokens >= -allowance.floodDebt ? 'drop' : 'flood'
  }
}
