import type { DepartmentId } from '../domain/ids.ts'
import { notFound, Refusal } from '../domain/refusal.ts'
import type { Department } from '../domain/wire.ts'
import { deleteDepartment, departmentById, keepDepartment, setMembers } from '../store/departments.ts'
import type { OperatorContext } from './context.ts'
import { assertAdmin } from './invite-operator.ts'
import { offerJobs } from './offer-jobs.ts'
import { perform } from './perform.ts'

/** Makes a department (`id` is `null`) or changes one, with its members. */
export async function saveDepartment(
  context: OperatorContext,
  id: string | null,
  to: { name: string; memberIds: string[] },
): Promise<Department> {
  assertAdmin(context)
  return perform(context, async (work) => {
    if (id !== null && !(await departmentById(work, id))) throw notFound('department')
    const department = { id: (id ?? work.newId()) as DepartmentId, name: to.name }
    if (!(await keepDepartment(work, department, work.now))) {
      throw new Refusal('wrong-state', 'There is a department of this name already.', { field: 'name' })
    }
    await setMembers(work, { departmentId: department.id, memberIds: to.memberIds })
    await work.record('team.changed', null, {})
    await offerJobs(work)
    return department
  })
}

/** Its conversations stay, and are then everybody's. */
export async function removeDepartment(context: OperatorContext, id: string): Promise<void> {
  assertAdmin(context)
  await perform(context, async (work) => {
    if (!(await departmentById(work, id))) throw notFound('department')
    await deleteDepartment(work, id)
    await work.record('team.changed', null, {})
    await offerJobs(work)
  })
}
