import type { ConversationId, OperatorId } from '../domain/ids.ts'
import { notFound, Refusal } from '../domain/refusal.ts'
import { advance } from '../store/advance.ts'
import { activeOf } from '../store/conversations.ts'
import { setMembers } from '../store/departments.ts'
import { openOfferOf } from '../store/jobs.ts'
import { changeOperator, type Operator, operatorById, revokeSessionsOf } from '../store/operators.ts'
import { beginJob } from './begin-job.ts'
import type { OperatorContext, Work } from './context.ts'
import { endOpenCall } from './end-call.ts'
import { assertAdmin } from './invite-operator.ts'
import { offerJobs } from './offer-jobs.ts'
import { perform } from './perform.ts'
import { turnDown } from './turn-down.ts'

export interface OperatorChange {
  role?: 'admin' | 'operator' | undefined
  departmentIds?: string[] | undefined
  conversationLimit?: number | undefined
  disabled?: boolean | undefined
}

/** Changes what an operator may and must do. Who is disabled is signed out everywhere, at once. */
export async function updateOperator(
  context: OperatorContext,
  id: string,
  change: OperatorChange,
): Promise<void> {
  assertAdmin(context)
  await perform(context, async (work) => {
    const operator = await operatorById(work, id)
    if (!operator) throw notFound('operator')
    assertNotSelf(context, operator, change)
    if (change.departmentIds)
      await setMembers(work, { operatorId: operator.id, departmentIds: change.departmentIds })
    await changeOperator(work, operator.id, {
      ...(change.role && { role: change.role }),
      ...(change.conversationLimit !== undefined && { conversation_limit: change.conversationLimit }),
      ...(change.disabled === false && { disabled_at: null }),
    })
    if (change.disabled === true) await disable(work, operator.id)
    await work.record('team.changed', null, {})
    await offerJobs(work)
  })
}

async function disable(work: Work, id: OperatorId): Promise<void> {
  await changeOperator(work, id, { disabled_at: work.now, status: 'offline', join_token_hash: null })
  await revokeSessionsOf(work, id, work.now)
  const offer = await openOfferOf(work, id)
  if (offer) await turnDown(work, offer, 'job.declined')
  for (const conversation of await activeOf(work, id)) await passOn(work, conversation.id, id)
}

/** Customers of an operator who is gone wait again, and somebody else is asked. */
async function passOn(work: Work, id: ConversationId, from: OperatorId): Promise<void> {
  await endOpenCall(work, id, 'operator')
  const also = { operator_id: null, assignment: 'normal', requested_id: null, waiting_since: work.now }
  await advance(work, 'conversations', id, 'conversation.transferred', also)
  await work.record('conversation.transferred', id, { toDepartment: null, toOperator: null })
  await beginJob(work, id, from)
}

/** A team that locks out its last administrator cannot be mended from inside. */
function assertNotSelf(context: OperatorContext, operator: Operator, change: OperatorChange): void {
  if (operator.id !== context.me.id) return
  if (change.disabled === true || change.role === 'operator') {
    throw new Refusal(
      'wrong-state',
      'You cannot take your own administration away. Another administrator can.',
    )
  }
}
