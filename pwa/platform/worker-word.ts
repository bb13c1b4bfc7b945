import type { ConversationSummary } from '../../edge/domain/wire.ts'

/** What a page says to the service worker. */
export type WordToWorker =
  /** The person agreed to the new version: take over. In workbox-window's own spelling. */
  { type: 'SKIP_WAITING' }

/** What the service worker says to the pages, and is answered with `true` or `false`. */
export type WordFromWorker =
  /** Whether this page rings for the job. */
  | { say: 'rings?'; jobId: string }
  /** The job is being answered from a notification. */
  | { say: 'answers'; jobId: string }
  /** A job was accepted from a notification: here is its conversation, and the call comes up. */
  | { say: 'took'; summary: ConversationSummary }
  /** A notification was touched: show this place. */
  | { say: 'go'; path: string }

const types: readonly unknown[] = ['SKIP_WAITING'] satisfies WordToWorker['type'][]

export function isWordToWorker(value: unknown): value is WordToWorker {
  return typeof value === 'object' && value !== null && 'type' in value && types.includes(value.type)
}
