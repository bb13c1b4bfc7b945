/** A message that the edge has not confirmed in the stream yet. */
export interface PendingMessage {
  messageId: string
  text: string
  at: number
  /** `refused` was answered with a no: only the person can try again. */
  status: 'sending' | 'sent' | 'failed' | 'refused'
}

export interface KeptMessages {
  read(): PendingMessage[]
  write(messages: readonly PendingMessage[]): void
}

export const keepNothing: KeptMessages = { read: () => [], write() {} }

/** Keeps unsent messages over a reload. Storage may be forbidden or full: sending goes on without it then. */
export function keepMessagesIn(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  name: string,
): KeptMessages {
  return {
    read() {
      try {
        const kept: unknown = JSON.parse(storage.getItem(name) ?? '[]')
        return Array.isArray(kept) ? kept.filter(isPending) : []
      } catch {
        return []
      }
    },
    write(messages) {
      try {
        if (messages.length === 0) storage.removeItem(name)
        else storage.setItem(name, JSON.stringify(messages))
      } catch {}
    },
  }
}

function isPending(value: unknown): value is PendingMessage {
  const message = value as Partial<PendingMessage> | null
  return (
    typeof message?.messageId === 'string' &&
    typeof message.text === 'string' &&
    typeof message.at === 'number'
  )
}
