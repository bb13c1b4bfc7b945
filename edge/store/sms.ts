// Text messages: the row is the record of one and, while queued, the courier's order.

import type { ConversationId, LinkId, SmsId } from '../domain/ids.ts'
import type { SmsState } from '../domain/sms.ts'
import { count, maybeCount, maybeText, text } from './cells.ts'
import type { Reads, Row, Transaction } from './database.ts'

export interface Sms {
  id: SmsId
  conversationId: ConversationId
  linkId: LinkId
  phone: string
  state: SmsState
  sid: string | null
  code: number | null
  attempts: number
}

export async function insertSms(
  transaction: Transaction,
  sms: Pick<Sms, 'id' | 'conversationId' | 'linkId' | 'phone' | 'state'>,
  now: number,
): Promise<void> {
  await transaction.run(
    `INSERT INTO sms (id, conversation_id, link_id, phone, state, due_at, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [sms.id, sms.conversationId, sms.linkId, sms.phone, sms.state, now, now, now],
  )
}

export async function smsById(reads: Reads, id: string): Promise<Sms | null> {
  const row = await reads.one('SELECT * FROM sms WHERE id = ?', [id])
  return row ? smsOf(row) : null
}

export async function smsBySid(reads: Reads, sid: string): Promise<Sms | null> {
  const row = await reads.one('SELECT * FROM sms WHERE sid = ?', [sid])
  return row ? smsOf(row) : null
}

export async function hasDueSms(reads: Reads, now: number, staleBefore: number): Promise<boolean> {
  const row = await reads.one(
    `SELECT 1 AS yes FROM sms WHERE (state = 'queued' AND due_at <= ?) OR (state = 'sending' AND sid IS NULL AND updated_at < ?) LIMIT 1`,
    [now, staleBefore],
  )
  return row !== undefined
}

/** What is due for people who asked for no more messages. */
export async function optedOutSms(reads: Reads, now: number, limit: number): Promise<Sms[]> {
  const rows = await reads.all(
    `SELECT * FROM sms WHERE state = 'queued' AND due_at <= ? AND phone IN (SELECT phone FROM opt_outs) LIMIT ?`,
    [now, limit],
  )
  return rows.map(smsOf)
}

/** Whether no later message was ordered for its conversation. */
export async function isNewestSms(reads: Reads, { id, conversationId }: Sms): Promise<boolean> {
  const row = await reads.one(
    'SELECT id FROM sms WHERE conversation_id = ? ORDER BY created_at DESC, rowid DESC LIMIT 1',
    [conversationId],
  )
  return row?.id === id
}

/** Takes what is due. Whoever's UPDATE it was sends it; nobody else will. */
export async function claimDueSms(transaction: Transaction, now: number, limit: number): Promise<Sms[]> {
  const rows = await transaction.all(
    `UPDATE sms SET state = 'sending', attempts = attempts + 1, updated_at = ?1
     WHERE id IN (SELECT id FROM sms WHERE state = 'queued' AND due_at <= ?1 ORDER BY due_at LIMIT ?2) RETURNING *`,
    [now, limit],
  )
  return rows.map(smsOf)
}

/** Messages that a process took and never reported on: it died, and nobody knows whether Twilio got them. */
export async function abandonedSms(reads: Reads, staleBefore: number): Promise<Sms[]> {
  const rows = await reads.all(
    `SELECT * FROM sms WHERE state = 'sending' AND sid IS NULL AND updated_at < ?`,
    [staleBefore],
  )
  return rows.map(smsOf)
}

export async function setSmsState(
  transaction: Transaction,
  id: SmsId,
  to: { state: SmsState; code?: number | null; sid?: string | null },
  now: number,
): Promise<void> {
  await transaction.run(
    'UPDATE sms SET state = ?, error_code = ?, sid = coalesce(sid, ?), updated_at = ? WHERE id = ?',
    [to.state, to.code ?? null, to.sid ?? null, now, id],
  )
}

export async function requeueSms(
  transaction: Transaction,
  id: SmsId,
  dueAt: number,
  now: number,
): Promise<void> {
  await transaction.run(`UPDATE sms SET state = 'queued', due_at = ?, updated_at = ? WHERE id = ?`, [
    dueAt,
    now,
    id,
  ])
}

function smsOf(row: Row): Sms {
  return {
    id: text(row, 'id') as SmsId,
    conversationId: text(row, 'conversation_id') as ConversationId,
    linkId: text(row, 'link_id') as LinkId,
    phone: text(row, 'phone'),
    state: text(row, 'state') as SmsState,
    sid: maybeText(row, 'sid'),
    code: maybeCount(row, 'error_code'),
    attempts: count(row, 'attempts'),
  }
}
