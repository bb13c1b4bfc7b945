import type { ToolMessage } from './control-message.ts'

const most = 1_000

export interface EarlyWords {
  /** Keeps what is said for whoever is still being fetched; nothing once it was taken. */
  keep(message: ToolMessage): void
  take(): readonly ToolMessage[]
}

/** What the operator's tools say before the part that listens to it is here. */
export function keepEarly(): EarlyWords {
  let early: ToolMessage[] | null = []
  return {
    keep(message) {
      if (early && early.length < most) early.push(message)
    },
    take() {
      const said = early ?? []
      early = null
      return said
    },
  }
}
