import { EdgeError } from '../../platform/request.ts'
import type { WordKey } from '../../words/words.tsx'
import { errorKey, faultyField } from '../error-words.ts'

/** What to say, and at which field; `field: null` is said beside the button. */
export interface InviteProblem {
  field: string | null
  key: WordKey
}

const byField: Partial<Record<string, WordKey>> = {
  phone: 'invite.bad-phone',
  customerName: 'invite.bad-name',
  message: 'invite.bad-message',
  operatorId: 'invite.bad-operator',
  departmentId: 'invite.bad-department',
}

export function inviteProblem(error: unknown): InviteProblem {
  const field = faultyField(error)
  const known = field === null ? undefined : byField[field]
  if (known) return { field, key: known }
  const optedOut = error instanceof EdgeError && error.code === 'wrong-state'
  return optedOut ? { field: 'phone', key: 'invite.opted-out' } : { field: null, key: errorKey(error) }
}
