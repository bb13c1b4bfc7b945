import { Refusal } from '../domain/refusal.ts'
import { advance } from '../store/advance.ts'
import { departmentById } from '../store/departments.ts'
import { operatorById } from '../store/operators.ts'
import { beginJob } from './begin-job.ts'
import type { OperatorContext, Work } from './context.ts'
import { endOpenCall } from './end-call.ts'
import { perform } from './perform.ts'
import { type Seat, seated } from './seat.ts'

export type Destination = { departmentId: string } | { operatorId: string }

/**
 * Hands the customer on: they wait again, and the job is offered to the department, or to the operator first.
 * Whoever handed them on is not rung for them at once.
 */
export async function transferConversation(
  context: OperatorContext,
  seat: Extract<Seat, { side: 'operator' }>,
  to: Destination,
): Promise<void> {
  await perform(context, async (work) => {
    const { id } = await seated(work, seat)
    const found = await destination(work, to, context.me)
    await endOpenCall(work, id, 'operator')
    const also = { operator_id: null, assignment: 'normal', waiting_since: work.now, ...found.columns }
    if (!(await advance(work, 'conversations', id, 'conversation.transferred', also))) {
      throw new Refusal('wrong-state', 'Only a conversation under way can be transferred.')
    }
    await work.record('conversation.transferred', id, found.names)
    await beginJob(work, id, context.me.id)
  })
}

async function destination(work: Work, to: Destination, me: OperatorContext['me']) {
  if ('departmentId' in to) {
    const department = await departmentById(work, to.departmentId)
    if (!department)
      throw new Refusal('invalid-input', 'There is no such department.', { field: 'departmentId' })
    return {
      columns: { department_id: department.id, requested_id: null },
      names: { toDepartment: department.name, toOperator: null },
    }
  }
  const operator = await operatorById(work, to.operatorId)
  if (!operator || operator.disabledAt !== null) {
    throw new Refusal('invalid-input', 'There is no such operator.', { field: 'operatorId' })
  }
  if (operator.id === me.id) {
    throw new Refusal('invalid-input', 'The conversation is with you already.', { field: 'operatorId' })
  }
  return { columns: { requested_id: operator.id }, names: { toDepartment: null, toOperator: operator.name } }
}
