// Customers are known by their telephone number.

import type { CustomerId } from '../domain/ids.ts'
import { fold } from '../domain/search.ts'
import { count, text } from './cells.ts'
import type { Reads, Transaction } from './database.ts'

export interface Customer {
  id: CustomerId
  phone: string
  name: string
}

/** The customer of this number, made if new; a name that was given replaces the one that was known. */
export async function keepCustomer(
  transaction: Transaction,
  customer: Customer,
  now: number,
): Promise<CustomerId> {
  const row = await transaction.one(
    `INSERT INTO customers (id, phone, name, folded_name, created_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (phone) DO UPDATE SET
       name = CASE excluded.name WHEN '' THEN name ELSE excluded.name END,
       folded_name = CASE excluded.name WHEN '' THEN folded_name ELSE excluded.folded_name END
     RETURNING id`,
    [customer.id, customer.phone, customer.name, fold(customer.name), now],
  )
  if (!row) throw new Error('the customer was not kept')
  return text(row, 'id') as CustomerId
}

export async function customerById(reads: Reads, id: CustomerId): Promise<Customer | null> {
  const row = await reads.one('SELECT id, phone, name FROM customers WHERE id = ?', [id])
  return row ? { id, phone: text(row, 'phone'), name: text(row, 'name') } : null
}

export async function isOptedOut(reads: Reads, phone: string): Promise<boolean> {
  return (await reads.one('SELECT 1 AS yes FROM opt_outs WHERE phone = ?', [phone])) !== undefined
}

export async function setOptOut(
  transaction: Transaction,
  phone: string,
  out: boolean,
  now: number,
): Promise<void> {
  if (out)
    await transaction.run('INSERT INTO opt_outs (phone, at) VALUES (?, ?) ON CONFLICT DO NOTHING', [
      phone,
      now,
    ])
  else await transaction.run('DELETE FROM opt_outs WHERE phone = ?', [phone])
}

/** How many SMS went to numbers that start with `prefix`, or were sent by `operatorId`, since `since`. */
export async function smsSince(
  reads: Reads,
  by: { prefix?: string; operatorId?: string },
  since: number,
): Promise<number> {
  const row = await reads.one(
    `SELECT count(*) AS n FROM sms s JOIN conversations c ON c.id = s.conversation_id
     WHERE s.created_at > ? AND (? IS NULL OR s.phone GLOB ? || '*') AND (? IS NULL OR c.inviter_id = ?)`,
    [since, by.prefix ?? null, by.prefix ?? null, by.operatorId ?? null, by.operatorId ?? null],
  )
  return row ? count(row, 'n') : 0
}
