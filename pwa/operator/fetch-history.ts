import type { History } from '../../edge/domain/wire.ts'
import { EdgeError, request } from '../platform/request.ts'
import type { Device } from './device/device.ts'

/** `pictures` are addresses of small ones, by their attachments' ids: without the network there are no others. */
export interface FoundHistory extends History {
  source: 'edge' | 'device'
  pictures: Readonly<Record<string, string>>
}

/** A conversation from the edge, or as this device keeps it where the edge is not reached. */
export async function fetchHistory(id: string, device: Device, isOffline: boolean): Promise<FoundHistory> {
  const kept = isOffline ? await fromDevice(id, device) : null
  if (kept) return kept
  try {
    const history = await request<History>('GET', `/api/conversations/${id}/events?limit=200`)
    // What is under way can go on without the network; what is filed is the keeper's to keep.
    if (history.conversation.state !== 'archived') void device.archive.keep([history]).catch(() => {})
    return { ...history, source: 'edge', pictures: {} }
  } catch (cause) {
    const isOutage = cause instanceof EdgeError && cause.status === 0
    const found = isOutage ? await fromDevice(id, device) : null
    if (found) return found
    throw cause
  }
}

async function fromDevice(id: string, { archive }: Device): Promise<FoundHistory | null> {
  const history = await archive.history(id).catch(() => null)
  if (!history) return null
  const small = Object.entries(await archive.pictures(id).catch(() => ({})))
  const pictures = Object.fromEntries(small.map(([of, picture]) => [of, URL.createObjectURL(picture)]))
  return { ...history, source: 'device', pictures }
}
