// Many conversations under way at once, put straight into the tables: inviting and accepting is not what is measured.

import { hashToken, newToken } from '../../../edge/domain/secrets.ts'
import type { Database } from '../../../edge/store/database.ts'

export interface Person {
  cookie: string
  /** Where this side writes, and where it listens. */
  messages: string
  events: string
}

export interface Talk {
  id: string
  customer: Person
  operator: Person
}

interface Made {
  id: string
  operatorId: string
  departmentId: string
  session: string
  device: string
  sessionHash: string
  deviceHash: string
}

/** @param perDepartment so many operators see each other's conversations */
export async function makeCrowd(database: Database, talks: number, perDepartment = 1): Promise<Talk[]> {
  const departments = Array.from({ length: Math.ceil(talks / perDepartment) }, () => crypto.randomUUID())
  const made = await Promise.all(
    Array.from({ length: talks }, (_, at) => makeTalk(departments[Math.floor(at / perDepartment)] ?? '')),
  )
  await write(database, made)
  return made.map(talkOf)
}

async function makeTalk(departmentId: string): Promise<Made> {
  const [session, device] = [newToken(), newToken()]
  const [sessionHash, deviceHash] = await Promise.all([hashToken(session), hashToken(device)])
  const [id, operatorId] = [crypto.randomUUID(), crypto.randomUUID()]
  return { id, operatorId, departmentId, session, device, sessionHash, deviceHash }
}

async function write(database: Database, made: readonly Made[]): Promise<void> {
  const rows = JSON.stringify(made.map(({ session, device, ...row }) => row))
  const now = Date.now()
  const statements = [
    "INSERT OR IGNORE INTO departments SELECT value ->> 'departmentId', value ->> 'departmentId', ?2 FROM json_each(?1)",
    `INSERT INTO operators (id, email, name, role, status, created_at)
     SELECT value ->> 'operatorId', value ->> 'operatorId', 'Operator', 'operator', 'offline', ?2 FROM json_each(?1)`,
    "INSERT INTO department_members SELECT value ->> 'departmentId', value ->> 'operatorId' FROM json_each(?1) WHERE ?2",
    `INSERT INTO sessions SELECT value ->> 'sessionHash', value ->> 'operatorId', ?2, ?2 + 86400000 FROM json_each(?1)`,
    `INSERT INTO customers (id, phone, name, created_at)
     SELECT value ->> 'id', '+90532' || printf('%07d', key), 'Customer', ?2 FROM json_each(?1)`,
    `INSERT INTO conversations (id, customer_id, state, assignment, language, inviter_id, operator_id, department_id,
       device_hash, created_at, opened_at, waiting_since, last_event_at)
     SELECT value ->> 'id', value ->> 'id', 'active', 'normal', 'en', value ->> 'operatorId', value ->> 'operatorId',
       value ->> 'departmentId', value ->> 'deviceHash', ?2, ?2, ?2, ?2 FROM json_each(?1)`,
  ]
  for (const sql of statements) await database.write((transaction) => transaction.run(sql, [rows, now]))
}

function talkOf({ id, session, device }: Made): Talk {
  const place = (kind: string) => `/api/${kind}/${id}`
  return {
    id,
    customer: {
      cookie: `visavis_device=${device}`,
      messages: `${place('visits')}/messages`,
      events: `${place('visits')}/events`,
    },
    operator: {
      cookie: `visavis_session=${session}`,
      messages: `${place('conversations')}/messages`,
      events: '/api/events',
    },
  }
}
