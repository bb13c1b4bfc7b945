import type { IceServer } from '../domain/wire.ts'

/** Where two browsers meet that cannot reach each other. */
export interface RelayGateway {
  /**
   * Servers with credentials that live for minutes; none where no relay is configured.
   * Rejects when they cannot be had now.
   * @param conversationId whose call it is, where the credentials name one
   */
  serversFor(conversationId: string, now: number): Promise<IceServer[]>
}
