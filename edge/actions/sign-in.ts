import type { OperatorId } from '../domain/ids.ts'
import { Refusal } from '../domain/refusal.ts'
import { hashPassword, hashToken, isPassword, newToken } from '../domain/secrets.ts'
import { countFailure, failuresOf, forgetFailures, takeBackFailure } from '../store/attempts.ts'
import {
  changeOperator,
  insertSession,
  operatorByEmail,
  operatorByJoinToken,
  revokeSessionsOf,
} from '../store/operators.ts'
import type { Context, Work } from './context.ts'
import { perform } from './perform.ts'

/** A working month: who comes back within it stays signed in. */
export const sessionMs = 30 * 24 * 3_600_000
const windowMs = 15 * 60_000
const guessesPerAccount = 10
const guessesPerAddress = 50

export interface SignedIn {
  token: string
  operatorId: OperatorId
}

/**
 * Starts a session. An unknown address, a wrong password and a disabled operator get the same
 * answer after the same time. Throws "not-signed-in", or "too-many" after ten wrong guesses
 * at an account or fifty from an address within a quarter of an hour.
 */
export async function signIn(
  context: Context,
  guess: { email: string; password: string; address: string },
): Promise<SignedIn> {
  const subjects = { account: `account:${guess.email.toLowerCase()}`, address: `address:${guess.address}` }
  await perform(context, (work) => countGuess(work, subjects))
  const operator = await operatorByEmail(context.database, guess.email)
  const right = await isPassword(guess.password, operator?.passwordHash ?? null)
  if (!right || !operator || operator.disabledAt !== null) {
    throw new Refusal('not-signed-in', 'The e-mail address or the password is wrong.')
  }
  return startSession(context, operator.id, async (work) => {
    await forgetFailures(work, subjects.account, work.now)
    await takeBackFailure(work, subjects.address)
  })
}

// Before the password is looked at, so that guesses made at the same time are counted too.
async function countGuess(work: Work, { account, address }: { account: string; address: string }) {
  const tooMany =
    (await failuresOf(work, account, work.now)) >= guessesPerAccount ||
    (await failuresOf(work, address, work.now)) >= guessesPerAddress
  if (tooMany) throw new Refusal('too-many', 'Too many attempts. Try again in a quarter of an hour.')
  await countFailure(work, account, windowMs, work.now)
  await countFailure(work, address, windowMs, work.now)
}

/** An invited operator chooses a name and a password, and is signed in. */
export async function joinTeam(
  context: Context,
  joining: { token: string; name: string; password: string },
): Promise<SignedIn> {
  const passwordHash = await hashPassword(joining.password)
  const tokenHash = await hashToken(joining.token)
  const operator = await operatorByJoinToken(context.database, tokenHash)
  if (!operator) throw joinOver()
  return startSession(context, operator.id, async (work) => {
    const still = await operatorByJoinToken(work, tokenHash)
    if (!still || still.disabledAt !== null || (still.joinExpiresAt ?? 0) <= work.now) throw joinOver()
    await changeOperator(work, still.id, {
      name: joining.name,
      password_hash: passwordHash,
      join_token_hash: null,
      join_expires_at: null,
    })
    // A new password ends what the old one opened.
    await revokeSessionsOf(work, still.id, work.now)
    await work.record('team.changed', null, {})
  })
}

/** The address that an invite was made for, while it can be used. */
export async function invitedEmail(context: Context, token: string): Promise<string> {
  const operator = await operatorByJoinToken(context.database, await hashToken(token))
  const over = !operator || operator.disabledAt !== null || (operator.joinExpiresAt ?? 0) <= context.clock()
  if (over) throw joinOver()
  return operator.email
}

async function startSession(
  context: Context,
  operatorId: OperatorId,
  before: (work: Work) => Promise<void>,
): Promise<SignedIn> {
  const token = newToken()
  const tokenHash = await hashToken(token)
  // Without a key: the answer is a secret, and must not be kept for a repeat.
  await perform({ ...context, key: null }, async (work) => {
    await before(work)
    await insertSession(work, { tokenHash, operatorId, expiresAt: work.now + sessionMs }, work.now)
  })
  return { token, operatorId }
}

function joinOver(): Refusal {
  return new Refusal('link-expired', 'This invitation has expired, or was used already. Ask for a new one.')
}
