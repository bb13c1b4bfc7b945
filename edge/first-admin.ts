import type { Config } from './config.ts'
import type { OperatorId } from './domain/ids.ts'
import { hashPassword, newToken } from './domain/secrets.ts'
import type { Database } from './store/database.ts'
import { hasOperators, insertOperator } from './store/operators.ts'

/** Makes the administrator where there is nobody yet. The password is returned this once. */
export async function makeFirstAdmin(
  database: Database,
  { admin }: Config,
): Promise<{ email: string; password: string } | null> {
  if (await hasOperators(database)) return null
  const email = admin.email ?? 'admin@localhost'
  const password = admin.password ?? newToken().slice(0, 16)
  const passwordHash = await hashPassword(password)
  const made = await database.write(async (transaction) => {
    if (await hasOperators(transaction)) return false
    const id = crypto.randomUUID() as OperatorId
    const operator = { id, email, name: 'Admin', role: 'admin', passwordHash, conversationLimit: 3 } as const
    await insertOperator(transaction, operator, Date.now())
    return true
  })
  return made ? { email, password } : null
}
