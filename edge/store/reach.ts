// Reach is permission. Every operator's query for a conversation `c` goes through this condition,
// so what is out of reach is not found. ?1 is the operator, ?2 whether an administrator.

import type { OperatorId } from '../domain/ids.ts'
import type { Value } from './database.ts'

export const reach = `(?2 = 1 OR c.operator_id = ?1 OR c.inviter_id = ?1 OR c.requested_id = ?1
  OR c.department_id IS NULL
  OR c.department_id IN (SELECT department_id FROM department_members WHERE operator_id = ?1))`

export function reachArgs(reader: { id: OperatorId; role: string }): Value[] {
  return [reader.id, reader.role === 'admin' ? 1 : 0]
}
