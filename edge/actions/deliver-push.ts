// The push courier: takes what is due, sends it, writes down what became of it. A push that went out twice
// takes its own place on the screen, so what a dead process left behind is sent again.

import type { PushProblem } from '../domain/push-device.ts'
import { mayPushTo } from '../domain/push-host.ts'
import { noticeSeconds, noticeText, type PushNotice, shortened } from '../domain/push-notice.ts'
import type { OutgoingPush, PushGateway, PushOutcome } from '../gateways/push.ts'
import { deleteDevice, deviceById, noteProblem, type PushDevice } from '../store/push-devices.ts'
import { claimDuePushes, finishPush, hasDuePushes, type Push, requeuePush } from '../store/pushes.ts'
import type { Context, Work } from './context.ts'
import { perform } from './perform.ts'
import { writeNotice } from './write-notice.ts'

const atOnce = 50
/** Far above the gateway's own time-out. */
const abandonedMs = 30_000
const attemptsLimit = 6

/** Takes what is due. Whoever took a push sends it; nobody else will. */
export async function takeDuePushes(context: Context): Promise<Push[]> {
  const now = context.clock()
  if (!(await hasDuePushes(context.database, now, now - abandonedMs))) return []
  return perform(context, (work) => claimDuePushes(work, work.now, work.now - abandonedMs, atOnce))
}

/** Sends one. Resolves when its outcome is written down. */
export async function deliverPush(context: Context, gateway: PushGateway, push: Push): Promise<void> {
  const device = await deviceById(context.database, push.deviceId)
  if (!device) return
  const result = await attempt(context, gateway, push, device)
  await perform(context, (work) => writeDown(work, push, result))
}

/** `null`: it has nothing to say any more. */
async function attempt(
  context: Context,
  gateway: PushGateway,
  push: Push,
  device: PushDevice,
): Promise<PushOutcome | null> {
  const leftMs = push.expiresAt - context.clock()
  const notice = leftMs <= 0 ? null : await writeNotice(context.database, context.secret, push, device)
  if (notice === null) return null
  // The house's list may have become shorter since the device was saved.
  if (!mayPushTo(device.endpoint, context.pushAllowedHosts)) return { outcome: 'refused' }
  return sendShorterAgain(gateway, envelopeOf(push, device, leftMs), notice)
}

type Envelope = Omit<OutgoingPush, 'text'>

function envelopeOf(
  { kind, subject }: Push,
  { endpoint, p256dh, auth }: PushDevice,
  leftMs: number,
): Envelope {
  const topic = subject.replaceAll('-', '').slice(0, 32)
  const ttlSeconds = Math.min(noticeSeconds[kind], Math.ceil(leftMs / 1_000))
  return { endpoint, p256dh, auth, topic, ttlSeconds, isUrgent: kind !== 'message' }
}

async function sendShorterAgain(
  gateway: PushGateway,
  envelope: Envelope,
  notice: PushNotice,
): Promise<PushOutcome> {
  const outcome = await gateway.send({ ...envelope, text: noticeText(notice) })
  if (outcome.outcome !== 'too-large') return outcome
  return gateway.send({ ...envelope, text: noticeText(shortened(notice)) })
}

async function writeDown(work: Work, push: Push, result: PushOutcome | null): Promise<void> {
  if (result === null) return finishPush(work, push.id, 'dropped', work.now)
  // With the device go its orders.
  if (result.outcome === 'gone') return deleteDevice(work, push.deviceId)
  await noteProblem(work, push.deviceId, problemOf(result))
  if (result.outcome === 'retry') return retryLater(work, push, result.afterSeconds)
  return finishPush(work, push.id, result.outcome === 'accepted' ? 'sent' : 'dropped', work.now)
}

async function retryLater(work: Work, push: Push, afterSeconds: number | null): Promise<void> {
  const dueAt = work.now + (afterSeconds ?? 2 ** (push.attempts - 1)) * 1_000
  // Later than its end it would tell of nothing.
  if (push.attempts >= attemptsLimit || dueAt >= push.expiresAt)
    return finishPush(work, push.id, 'dropped', work.now)
  await requeuePush(work, push.id, dueAt, work.now)
}

function problemOf({ outcome }: PushOutcome): PushProblem | null {
  if (outcome === 'keys-refused') return 'keys-refused'
  if (outcome === 'retry') return 'unreachable'
  return outcome === 'accepted' ? null : 'refused'
}
