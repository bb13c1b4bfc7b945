// Many telephones that ring at once, put straight into the tables: two operators for each, who are a department.

import * as assert from 'uvu/assert'
import type { Database } from '../../../edge/store/database.ts'

export interface Pair {
  a: { id: string; name: string }
  b: { id: string; name: string }
  departmentId: string
}

/** A's telephone rings, and B's would be next. */
export interface Ring {
  jobId: string
  conversationId: string
  /** The hash of the customer's. */
  device: string
  a: Pair['a']
  /** For too long already. */
  isOverdue: boolean
}

/** Who answers, and with whom. */
export async function enterPairs(database: Database, count: number): Promise<Pair[]> {
  const pairs = Array.from({ length: count }, (_, at) => ({
    a: { id: crypto.randomUUID(), name: `A${at}` },
    b: { id: crypto.randomUUID(), name: `B${at}` },
    departmentId: crypto.randomUUID(),
  }))
  const people = JSON.stringify(
    pairs.flatMap(({ a, b, departmentId }) => [a, b].map((one) => ({ ...one, departmentId }))),
  )
  await change(
    database,
    `INSERT INTO operators (id, email, name, role, status, created_at)
     SELECT value ->> 'id', value ->> 'name', value ->> 'name', 'operator', 'online', 1 FROM json_each(?)`,
    [people],
  )
  await change(
    database,
    "INSERT INTO departments SELECT value ->> 'departmentId', value ->> 'name', 1 FROM json_each(?) WHERE key % 2 = 0",
    [people],
  )
  await change(
    database,
    "INSERT INTO department_members SELECT value ->> 'departmentId', value ->> 'id' FROM json_each(?)",
    [people],
  )
  await change(
    database,
    "INSERT INTO customers (id, phone, name, created_at) VALUES ('customer', '+905320000000', '', 1)",
  )
  return pairs
}

/** Each customer is there, and the telephone of A rings. */
export async function letRing(database: Database, pairs: readonly Pair[], rings: readonly Ring[]) {
  const rows = JSON.stringify(
    rings.map((ring, at) => ({ ...ring, departmentId: pairs[at]?.departmentId, aId: ring.a.id })),
  )
  const now = Date.now()
  await database.write(async (transaction) => {
    await transaction.run(
      `INSERT INTO conversations (id, customer_id, state, assignment, language, inviter_id, department_id, device_hash,
         created_at, opened_at, waiting_since, last_event_at)
       SELECT value ->> 'conversationId', 'customer', 'offered', 'normal', 'en', value ->> 'aId',
         value ->> 'departmentId', value ->> 'device', ?2, ?2, ?2, ?2 FROM json_each(?1)`,
      [rows, now],
    )
    await transaction.run(
      `INSERT INTO jobs (id, conversation_id, state, created_at)
       SELECT value ->> 'jobId', value ->> 'conversationId', 'offered', ?2 FROM json_each(?1)`,
      [rows, now],
    )
    await transaction.run(
      `INSERT INTO offers (id, job_id, operator_id, state, offered_at, expires_at)
       SELECT 'first ' || (value ->> 'jobId'), value ->> 'jobId', value ->> 'aId', 'open', ?2,
         ?2 + iif(value ->> 'isOverdue', -1, 600000) FROM json_each(?1)`,
      [rows, now],
    )
  })
}

/** So that everybody is free for the next ring. */
export function freeEverybody(database: Database): Promise<void> {
  return change(
    database,
    "UPDATE conversations SET state = 'closed', closed_at = last_event_at, closed_by = 'clock' WHERE state = 'active'",
  )
}

/** Every ring came to its one end, and all tables say the same of it. */
export async function assertOneWinnerEach(database: Database, rings: number): Promise<void> {
  const sums = await database.one(
    `SELECT count(*) AS jobs, sum(state = 'accepted') AS accepted, sum(state = 'cancelled') AS cancelled,
       (SELECT count(*) FROM offers WHERE state = 'accepted') AS offers,
       (SELECT count(*) FROM offers WHERE state = 'open') AS ringing,
       (SELECT count(*) FROM events WHERE type = 'job.accepted') AS events,
       (SELECT count(*) FROM calls) AS calls FROM jobs`,
  )
  const accepted = Number(sums?.accepted)
  assert.equal(sums, {
    jobs: rings,
    accepted,
    cancelled: rings - accepted,
    offers: accepted,
    ringing: 0,
    events: accepted,
    calls: accepted,
  })
  const disagreeing = await database.all(
    `SELECT j.id FROM jobs j JOIN conversations c ON c.id = j.conversation_id
     LEFT JOIN offers f ON f.job_id = j.id AND f.state = 'accepted'
     LEFT JOIN events e ON e.conversation_id = c.id AND e.type = 'job.accepted'
     WHERE j.accepted_by IS NOT c.operator_id OR j.accepted_by IS NOT f.operator_id OR j.accepted_by IS NOT e.actor_id`,
  )
  assert.equal(disagreeing, [])
  const twice = await database.all(
    "SELECT conversation_id FROM events WHERE type = 'job.accepted' GROUP BY conversation_id HAVING count(*) > 1",
  )
  assert.equal(twice, [])
}

async function change(database: Database, sql: string, args: string[] = []): Promise<void> {
  await database.write((transaction) => transaction.run(sql, args))
}
