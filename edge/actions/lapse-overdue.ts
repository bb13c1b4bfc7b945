// The clock's only verb. Any instance may run it at any time: each step is a compare-and-set.

import { lostMs, ringMs } from '../domain/call.ts'
import { archiveGraceMs, clockReason, silenceMs } from '../domain/conversation.ts'
import type { ConversationId } from '../domain/ids.ts'
import { canaryMs, quietCanaryMs } from '../domain/push-device.ts'
import { advance } from '../store/advance.ts'
import { lostCalls, missedCalls } from '../store/calls.ts'
import { silentSince, unfiledSince } from '../store/conversations.ts'
import { forgetHandovers } from '../store/handovers.ts'
import { forgetAnswers } from '../store/idempotency.ts'
import { lapsedOffers } from '../store/jobs.ts'
import { lapsedInvites } from '../store/links.ts'
import { forgetRevoked, forgetSessions } from '../store/operators.ts'
import { hasOverdue } from '../store/overdue.ts'
import { devicesToTend, failCanaries } from '../store/push-devices.ts'
import { forgetPushes } from '../store/pushes.ts'
import { file } from './archive-conversation.ts'
import { orderCanary } from './ask-canary.ts'
import { close } from './close-conversation.ts'
import type { Context, Work } from './context.ts'
import { durationOf } from './end-call.ts'
import { offerJobs } from './offer-jobs.ts'
import { perform } from './perform.ts'
import { sessionMs } from './sign-in.ts'
import { turnDown } from './turn-down.ts'

const atOnce = 100
const rememberPushesMs = 24 * 3_600_000
const rememberAnswersMs = 7 * 24 * 3_600_000

/** A cheap look first, so that the clock writes only when there is something to write. */
export function isAnythingOverdue(context: Context): Promise<boolean> {
  const limits = { ringMs, lostMs, silenceMs, graceMs: archiveGraceMs, canaryMs, quietCanaryMs }
  return hasOverdue(context.database, context.clock(), limits)
}

/** Ends what has waited too long: offers, rings, calls, invites, silent and unfiled conversations. */
export async function lapseOverdue(context: Context): Promise<void> {
  await perform(context, async (work) => {
    await eachInTime(work, await lapsedOffers(work, work.now, atOnce), (offer) =>
      turnDown(work, offer, 'offer.lapsed'),
    )
    await endCalls(work)
    await eachInTime(work, await lapsedInvites(work, work.now, atOnce), (id) => lapseInvite(work, id))
    await eachInTime(work, await silentSince(work, work.now - silenceMs, atOnce), (silent) =>
      close(work, silent, 'clock'),
    )
    await eachInTime(work, await unfiledSince(work, work.now - archiveGraceMs, atOnce), (unfiled) =>
      file(work, unfiled, clockReason),
    )
    await offerJobs(work)
    await tendCanaries(work, context.secret)
    await forgetPushes(work, work.now - rememberPushesMs)
    await forgetAnswers(work, work.now - rememberAnswersMs)
    await forgetHandovers(work, work.now)
    await forgetSessions(work, work.now)
    // No device holds a session for longer.
    await forgetRevoked(work, work.now - sessionMs)
  })
}

/** A test push that nobody confirmed in time says that none arrives; one that nobody asked for looks after the rest. */
async function tendCanaries(work: Work, secret: string): Promise<void> {
  await failCanaries(work, work.now - canaryMs)
  await eachInTime(work, await devicesToTend(work, work.now, quietCanaryMs, atOnce), (id) =>
    orderCanary(work, secret, id, true),
  )
}

async function eachInTime<T>(
  work: Work,
  rows: readonly T[],
  act: (row: T) => Promise<unknown>,
): Promise<void> {
  for (const row of rows) {
    if (!work.hasTime()) return
    await act(row)
  }
}

async function lapseInvite(work: Work, id: ConversationId): Promise<void> {
  if (await advance(work, 'conversations', id, 'invite.lapsed')) await work.record('invite.lapsed', id, {})
}

async function endCalls(work: Work): Promise<void> {
  await eachInTime(work, await missedCalls(work, work.now - ringMs, atOnce), async (call) => {
    const also = { ended_at: work.now, end_cause: 'missed' }
    if (await advance(work, 'calls', call.id, 'call.missed', also))
      await work.record('call.missed', call.conversationId, { callId: call.id })
  })
  await eachInTime(work, await lostCalls(work, work.now - lostMs, atOnce), async (call) => {
    const also = { ended_at: work.now, end_cause: 'lost' }
    if (!(await advance(work, 'calls', call.id, 'call.lost', also))) return
    const duration = durationOf(call, work.now)
    await work.record('call.lost', call.conversationId, { callId: call.id, duration })
  })
}
