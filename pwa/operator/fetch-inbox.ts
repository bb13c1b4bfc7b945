import type { Inbox } from '../../edge/domain/wire.ts'
import { noteEdgeTime } from '../platform/edge-clock.ts'
import { request } from '../platform/request.ts'

/** The inbox as it is now, and with it what time it is. */
export async function fetchInbox(): Promise<Inbox> {
  const inbox = await request<Inbox>('GET', '/api/inbox')
  noteEdgeTime(inbox.now)
  return inbox
}
