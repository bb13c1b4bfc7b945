// Links, by the hash of their token.

import type { ConversationId, LinkId } from '../domain/ids.ts'
import { count, maybeCount, text } from './cells.ts'
import type { Reads, Row, Transaction } from './database.ts'

export interface Link {
  id: LinkId
  conversationId: ConversationId
  createdAt: number
  expiresAt: number
  revokedAt: number | null
  openedAt: number | null
}

export async function insertLink(
  transaction: Transaction,
  link: Pick<Link, 'id' | 'conversationId' | 'createdAt' | 'expiresAt'> & { tokenHash: string },
): Promise<void> {
  await transaction.run(
    'INSERT INTO links (id, conversation_id, token_hash, created_at, expires_at) VALUES (?, ?, ?, ?, ?)',
    [link.id, link.conversationId, link.tokenHash, link.createdAt, link.expiresAt],
  )
}

export async function linkByToken(reads: Reads, tokenHash: string): Promise<Link | null> {
  const row = await reads.one('SELECT * FROM links WHERE token_hash = ?', [tokenHash])
  return row ? linkOf(row) : null
}

/** Whether the token still opens its conversation. */
export async function isLinkOpen(reads: Reads, tokenHash: string, now: number): Promise<boolean> {
  const row = await reads.one(
    'SELECT 1 AS yes FROM links WHERE token_hash = ? AND revoked_at IS NULL AND expires_at > ?',
    [tokenHash, now],
  )
  return row !== undefined
}

export async function markOpened(transaction: Transaction, id: LinkId, now: number): Promise<void> {
  await transaction.run('UPDATE links SET opened_at = coalesce(opened_at, ?) WHERE id = ?', [now, id])
}

export async function revokeLinks(transaction: Transaction, id: ConversationId, now: number): Promise<void> {
  await transaction.run('UPDATE links SET revoked_at = ? WHERE conversation_id = ? AND revoked_at IS NULL', [
    now,
    id,
  ])
}

/** Conversations that nobody came to, and whose last link has expired. */
export async function lapsedInvites(reads: Reads, now: number, limit: number): Promise<ConversationId[]> {
  const rows = await reads.all(
    `SELECT c.id FROM conversations c WHERE c.state IN ('invited', 'unreachable')
     AND NOT EXISTS (SELECT 1 FROM links l WHERE l.conversation_id = c.id AND l.expires_at > ?) LIMIT ?`,
    [now, limit],
  )
  return rows.map((row) => text(row, 'id') as ConversationId)
}

function linkOf(row: Row): Link {
  return {
    id: text(row, 'id') as LinkId,
    conversationId: text(row, 'conversation_id') as ConversationId,
    createdAt: count(row, 'created_at'),
    expiresAt: count(row, 'expires_at'),
    revokedAt: maybeCount(row, 'revoked_at'),
    openedAt: maybeCount(row, 'opened_at'),
  }
}
