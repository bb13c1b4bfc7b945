// What this browser keeps for its operator, from signing in until signing out.

import { createContext, useContext } from 'solid-js'
import type { Inbox, Me, SessionKey } from '../../../edge/domain/wire.ts'
import { type ArchiveClient, createArchiveClient } from '../../offline/archive-client.ts'
import { openDeviceShelves } from '../../offline/device-shelves.ts'
import { createOutboxStore, type OutboxStore } from '../../offline/outbox-store.ts'
import { request } from '../../platform/request.ts'

export interface Device {
  archive: ArchiveClient
  outbox: OutboxStore
  /** The last inbox that was seen here, of whoever is signed in; `null` where nothing is kept. */
  lastInbox(): Promise<Inbox | null>
  keepInbox(inbox: Inbox): Promise<void>
  /** What it looked like: markup, for the worker to show before the app is there. */
  keepPicture(picture: string): Promise<void>
  /** A session has begun, or has lost what it kept. */
  begin(me: Me): Promise<void>
  hasKey(): Promise<boolean>
  /** Forgets everything but, for a session that merely ran out, what its operator has not sent yet. */
  wipe(what: 'everything' | 'all but the unsent'): Promise<void>
}

export function createDevice(): Device {
  const shelves = openDeviceShelves()
  const archive = createArchiveClient()
  // What was written goes before what can be fetched again.
  const outbox = createOutboxStore(() => archive.empty())
  return {
    archive,
    outbox,
    lastInbox: () => shelves.readFact<Inbox>('inbox').catch(() => null),
    keepInbox: (inbox) => shelves.writeFact('inbox', inbox).catch(() => {}),
    keepPicture: (picture) => shelves.writeFact('picture', picture).catch(() => {}),
    hasKey: async () => (await shelves.key().catch(() => null)) !== null,
    async begin(me) {
      // Without the network, without cryptography, or in a private window nothing is kept, and nothing else is lost.
      const { key } = await request<SessionKey>('GET', '/api/session/key')
      await shelves.begin(me.id, key).catch(() => {})
    },
    async wipe(what) {
      archive.end()
      await shelves.destroy()
      if (what === 'everything') await outbox.destroy()
    },
  }
}

export const DeviceContext = createContext<Device>()

export function useDevice(): Device {
  const device = useContext(DeviceContext)
  if (!device) throw new Error('useDevice() stands outside of its provider')
  return device
}
