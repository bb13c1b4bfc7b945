import type { OperatorId } from '../domain/ids.ts'
import { notFound, Refusal } from '../domain/refusal.ts'
import { hashToken, newToken } from '../domain/secrets.ts'
import { setMembers } from '../store/departments.ts'
import { changeOperator, insertOperator, operatorByEmail, operatorById } from '../store/operators.ts'
import type { OperatorContext } from './context.ts'
import { perform } from './perform.ts'

export const joinMs = 7 * 24 * 3_600_000

export interface NewOperator {
  email: string
  role: 'admin' | 'operator'
  departmentIds: string[]
  conversationLimit: number
}

/** Adds an operator and makes their invite link, which is shown this once. Administrators only. */
export async function inviteOperator(
  context: OperatorContext,
  invited: NewOperator,
): Promise<{ id: OperatorId; token: string }> {
  assertAdmin(context)
  return perform({ ...context, key: null }, async (work) => {
    if (await operatorByEmail(work, invited.email)) {
      throw new Refusal('wrong-state', 'Somebody with this e-mail address is in the team already.', {
        field: 'email',
      })
    }
    const id = work.newId() as OperatorId
    // Until they choose a name, the part before the @ stands for them.
    const name = (invited.email.split('@')[0] ?? '').slice(0, 80) || invited.email.slice(0, 80)
    await insertOperator(work, { ...invited, id, name, passwordHash: null }, work.now)
    await setMembers(work, { operatorId: id, departmentIds: invited.departmentIds })
    const token = newToken()
    await changeOperator(work, id, {
      join_token_hash: await hashToken(token),
      join_expires_at: work.now + joinMs,
    })
    await work.record('team.changed', null, {})
    return { id, token }
  })
}

/** A new link for an operator: one who lost theirs, or their password. The old one ends. */
export async function renewJoinLink(
  context: OperatorContext,
  id: string,
): Promise<{ id: OperatorId; token: string }> {
  assertAdmin(context)
  return perform({ ...context, key: null }, async (work) => {
    const operator = await operatorById(work, id)
    if (!operator || operator.disabledAt !== null) throw notFound('operator')
    const token = newToken()
    await changeOperator(work, operator.id, {
      join_token_hash: await hashToken(token),
      join_expires_at: work.now + joinMs,
    })
    return { id: operator.id, token }
  })
}

export function assertAdmin(context: OperatorContext): void {
  if (context.me.role !== 'admin')
    throw new Refusal('not-allowed', 'Only an administrator can change the team.')
}
