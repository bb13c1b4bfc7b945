import { isId } from './ids.ts'
import type { Signal } from './wire.ts'

/** Whether what another instance says is a sign that the two sides give each other. */
export function isSignal(value: unknown): value is Signal {
  const { kind, side, conversationId } = (value ?? {}) as Record<string, unknown>
  const given = kind === 'typing' || kind === 'restart'
  return (
    given &&
    (side === 'customer' || side === 'operator') &&
    typeof conversationId === 'string' &&
    isId(conversationId)
  )
}
