// What a push says, put together at the moment that it is sent: by then somebody else may have taken the job.

import type { ConversationId, JobId } from '../domain/ids.ts'
import { type NoticeWords, noticeWords } from '../domain/notice-words.ts'
import { type PushNotice, tagOf } from '../domain/push-notice.ts'
import { firstNameFor } from '../domain/push-settings.ts'
import { canaryToken } from '../domain/secrets.ts'
import { conversationById } from '../store/conversations.ts'
import { customerById } from '../store/customers.ts'
import type { Reads } from '../store/database.ts'
import { openOfferOf } from '../store/jobs.ts'
import type { PushDevice } from '../store/push-devices.ts'
import { pushSettingsOf } from '../store/push-settings.ts'
import type { Push } from '../store/pushes.ts'

/** `null`: there is nothing to tell any more. */
export async function writeNotice(
  reads: Reads,
  secret: string,
  push: Push,
  device: PushDevice,
): Promise<PushNotice | null> {
  switch (push.kind) {
    case 'job':
      return jobNotice(reads, push, device)
    case 'message':
      return messageNotice(reads, push, device)
    case 'withdraw':
      return { ...bare(push, device, { title: '', body: '' }), jobId: push.subject as JobId }
    case 'test': {
      const canary = await canaryToken(secret, push.id)
      const words = noticeWords('test', device.language, '')
      return { ...bare(push, device, words), canary, ...(push.quiet && { quiet: true as const }) }
    }
  }
}

async function jobNotice(reads: Reads, push: Push, device: PushDevice): Promise<PushNotice | null> {
  const offer = await openOfferOf(reads, device.operatorId)
  if (offer?.jobId !== push.subject) return null
  const { jobId, conversationId, expiresAt } = offer
  const words = noticeWords('job', device.language, await firstName(reads, device, conversationId))
  return { ...bare(push, device, words), conversationId, jobId, expiresAt }
}

async function messageNotice(reads: Reads, push: Push, device: PushDevice): Promise<PushNotice | null> {
  const conversation = await conversationById(reads, push.subject)
  if (conversation?.operatorId !== device.operatorId || conversation.state !== 'active') return null
  const words = noticeWords('message', device.language, await firstName(reads, device, conversation.id))
  return { ...bare(push, device, words), conversationId: conversation.id }
}

function bare({ kind, subject }: Push, { language }: PushDevice, words: NoticeWords): PushNotice {
  return { v: 1, kind, tag: tagOf(kind, subject), lang: language, ...words }
}

async function firstName(reads: Reads, { operatorId }: PushDevice, id: ConversationId): Promise<string> {
  const settings = await pushSettingsOf(reads, operatorId)
  const conversation = settings.firstNames ? await conversationById(reads, id) : null
  const customer = conversation && (await customerById(reads, conversation.customerId))
  return firstNameFor(settings, customer?.name ?? '')
}
