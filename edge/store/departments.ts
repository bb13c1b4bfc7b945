// Departments and who belongs to them.

import type { DepartmentId, OperatorId } from '../domain/ids.ts'
import type { Department } from '../domain/wire.ts'
import { text } from './cells.ts'
import type { Reads, Transaction } from './database.ts'

export async function departmentsOf(reads: Reads, id: OperatorId): Promise<DepartmentId[]> {
  const rows = await reads.all('SELECT department_id FROM department_members WHERE operator_id = ?', [id])
  return rows.map((row) => text(row, 'department_id') as DepartmentId)
}

export async function departmentById(reads: Reads, id: string): Promise<Department | null> {
  const row = await reads.one('SELECT id, name FROM departments WHERE id = ?', [id])
  return row ? { id: text(row, 'id') as DepartmentId, name: text(row, 'name') } : null
}

/** Replaces the members of a department, or the departments of an operator. */
export async function setMembers(
  transaction: Transaction,
  of:
    | { departmentId: DepartmentId; memberIds: readonly string[] }
    | { operatorId: OperatorId; departmentIds: readonly string[] },
): Promise<void> {
  const [column, id, pairs] =
    'departmentId' in of
      ? (['department_id', of.departmentId, of.memberIds.map((member) => [of.departmentId, member])] as const)
      : ([
          'operator_id',
          of.operatorId,
          of.departmentIds.map((department) => [department, of.operatorId]),
        ] as const)
  await transaction.run(`DELETE FROM department_members WHERE ${column} = ?`, [id])
  for (const [department = '', operator = ''] of pairs) {
    await transaction.run(
      `INSERT INTO department_members (department_id, operator_id)
       SELECT d.id, o.id FROM departments d, operators o WHERE d.id = ? AND o.id = ?`,
      [department, operator],
    )
  }
}

/** `false`: another department has this name. */
export async function keepDepartment(
  transaction: Transaction,
  department: Department,
  now: number,
): Promise<boolean> {
  const same = 'SELECT 1 FROM departments WHERE name = ?2 AND id <> ?1'
  const changed = await transaction.run(
    `INSERT INTO departments (id, name, created_at) SELECT ?1, ?2, ?3 WHERE NOT EXISTS (${same})
     ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
    [department.id, department.name, now],
  )
  return changed === 1
}

export async function deleteDepartment(transaction: Transaction, id: string): Promise<void> {
  await transaction.run('DELETE FROM departments WHERE id = ?', [id])
}
