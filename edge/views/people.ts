import type { OperatorId } from '../domain/ids.ts'
import { notFound } from '../domain/refusal.ts'
import type { Me, OperatorRow, Team } from '../domain/wire.ts'
import type { Reads } from '../store/database.ts'
import { departmentsOf } from '../store/departments.ts'
import * as store from '../store/operators.ts'
import { readTeamSettings } from '../store/team-settings.ts'
import { readTemplates } from '../store/templates.ts'

export type Operator = store.Operator

/** `name` is the team's, as the configuration has it. */
export async function readTeam(reads: Reads, name: string): Promise<Team> {
  const settings = await readTeamSettings(reads)
  return { name, settings, templates: await readTemplates(reads), ...(await store.readPeople(reads)) }
}

export async function readColleague(reads: Reads, id: string): Promise<OperatorRow> {
  const found = (await store.readPeople(reads)).operators.find((one) => one.id === id)
  if (!found) throw notFound('operator')
  return found
}

export async function readMe(reads: Reads, id: OperatorId): Promise<Me> {
  const operator = await store.operatorById(reads, id)
  if (!operator) throw notFound('operator')
  const { name, email, role, status } = operator
  return { id, name, email, role, status, departmentIds: await departmentsOf(reads, id) }
}

/** Whether this session was taken away, rather than ended or unknown. */
export function wasRevoked(reads: Reads, sessionHash: string): Promise<boolean> {
  return store.wasRevoked(reads, sessionHash)
}

/** Whose session it is, while it lives. */
export function whoIsSignedIn(reads: Reads, sessionHash: string, now: number): Promise<Operator | null> {
  return store.operatorBySession(reads, sessionHash, now)
}
