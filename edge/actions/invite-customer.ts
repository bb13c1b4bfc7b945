import type { ConversationId, CustomerId, DepartmentId, OperatorId } from '../domain/ids.ts'
import type { Assignment, Language } from '../domain/invite.ts'
import { Refusal } from '../domain/refusal.ts'
import type { PhoneNumber } from '../domain/sms.ts'
import { insertConversation } from '../store/conversations.ts'
import { isOptedOut, keepCustomer } from '../store/customers.ts'
import { departmentById } from '../store/departments.ts'
import { operatorById } from '../store/operators.ts'
import type { OperatorContext, Work } from './context.ts'
import { perform } from './perform.ts'
import { type Sent, sendLink } from './send-link.ts'
import { assertSmsAllowed } from './sms-limits.ts'

export interface Invite {
  phone: PhoneNumber
  customerName: string
  message: string
  assignment: Assignment
  departmentId: DepartmentId | null
  operatorId: OperatorId | null
  language: Language
  lifetimeHours: number
}

export interface Invited extends Sent {
  conversationId: ConversationId
  /** The words that go before the link; a repeat must show those that were sent. */
  message: string
}

/** Makes a conversation and its link, and orders the SMS. The courier sends it once this is committed. */
export async function inviteCustomer(context: OperatorContext, invite: Invite): Promise<Invited> {
  return perform(context, async (work) => {
    await assertSmsAllowed(context, work, invite.phone)
    await assertPeople(work, invite)
    if (await isOptedOut(work, invite.phone)) {
      throw new Refusal('wrong-state', 'This number has asked not to receive messages from you.', {
        field: 'phone',
      })
    }
    const conversationId = await insert(work, invite, context.me.id)
    const sent = await sendLink(context, work, { conversationId, again: false, ...invite })
    return { conversationId, message: invite.message, ...sent }
  })
}

async function insert(work: Work, invite: Invite, inviterId: OperatorId): Promise<ConversationId> {
  const id = work.newId() as ConversationId
  const customer = { id: work.newId() as CustomerId, phone: invite.phone, name: invite.customerName }
  await insertConversation(work, {
    id,
    customerId: await keepCustomer(work, customer, work.now),
    assignment: invite.assignment,
    language: invite.language,
    message: invite.message,
    inviterId,
    departmentId: invite.departmentId,
    requestedId: invite.operatorId,
    createdAt: work.now,
  })
  return id
}

async function assertPeople(work: Work, { departmentId, operatorId }: Invite): Promise<void> {
  if (departmentId !== null && !(await departmentById(work, departmentId))) {
    throw new Refusal('invalid-input', 'There is no such department.', { field: 'departmentId' })
  }
  const operator = operatorId === null ? null : await operatorById(work, operatorId)
  if (operatorId !== null && (!operator || operator.disabledAt !== null)) {
    throw new Refusal('invalid-input', 'There is no such operator.', { field: 'operatorId' })
  }
}
