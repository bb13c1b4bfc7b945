// What event streams ask before they show anything, each for itself and all at the same moments.

import { comeBackMs } from '../domain/conversation.ts'
import { askedTogether } from '../store/asked-together.ts'
import { devicesOfConversations } from '../store/conversations.ts'
import type { Reads } from '../store/database.ts'
import { rolesOfSessions } from '../store/operators.ts'
import { isAmong, readersOfConversations } from '../store/readers.ts'
import type { Operator } from './people.ts'

export function createPermissions(reads: Reads, clock: () => number) {
  const roleOf = askedTogether((hashes) => rolesOfSessions(reads, hashes, clock()))
  const deviceOf = askedTogether((ids) => devicesOfConversations(reads, ids, clock() - comeBackMs))
  const readersOf = askedTogether((ids) => readersOfConversations(reads, ids))
  return {
    /** Whether the session lives, and its operator is still what they were. */
    isStill: async (role: Operator['role'], sessionHash: string) => (await roleOf(sessionHash)) === role,
    /** Whether the conversation is this device's, and not over for too long. */
    isOfDevice: async (id: string, deviceHash: string) => (await deviceOf(id)) === deviceHash,
    async mayRead(me: Operator, id: string): Promise<boolean> {
      const readers = await readersOf(id)
      return readers !== undefined && isAmong(readers, me)
    },
  }
}
