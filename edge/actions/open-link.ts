import { comeBackMs, openStates } from '../domain/conversation.ts'
import type { ConversationId } from '../domain/ids.ts'
import { Refusal } from '../domain/refusal.ts'
import { advance } from '../store/advance.ts'
import { type Conversation, conversationById, setDevice } from '../store/conversations.ts'
import { hasHandedOver, takeHandover } from '../store/handovers.ts'
import { type Link, linkByToken, markOpened } from '../store/links.ts'
import { beginJob } from './begin-job.ts'
import type { Context, Work } from './context.ts'
import { perform } from './perform.ts'

export interface Visitor {
  tokenHash: string
  deviceHash: string
  /** Of the code by which another browser lets this one go on; `null` without one. */
  codeHash: string | null
}

/**
 * Somebody looks at the page: the link is claimed for this device, and the job begins.
 * The same device may come back as often as it likes; another one is refused ("opened-elsewhere"),
 * unless it brings a code of the first one's, or a newer link, which the operator sent for just that.
 */
export async function openLink(context: Context, visit: Visitor): Promise<ConversationId> {
  return perform(context, async (work) => {
    const link = await linkByToken(work, visit.tokenHash)
    const conversation = link && (await conversationById(work, link.conversationId))
    if (!link || !conversation) throw new Refusal('link-invalid', 'This link is not valid.')
    if (conversation.deviceHash === visit.deviceHash) await comeBack(work, link, conversation)
    else if (!(await takeOver(work, link, conversation, visit))) {
      await claim(work, link, conversation, visit.deviceHash)
    }
    return conversation.id
  })
}

// A newer link that the same device opens is used up by it, like the first one.
async function comeBack(work: Work, link: Link, { closedAt }: Conversation): Promise<void> {
  const over = closedAt !== null && closedAt + comeBackMs < work.now
  if (over) throw new Refusal('link-expired', 'This link has expired.')
  if (link.openedAt === null) await markOpened(work, link.id, work.now)
}

// A code that is used, late or somebody else's is none: then the link alone decides.
async function takeOver(work: Work, link: Link, { id }: Conversation, visitor: Visitor): Promise<boolean> {
  const { codeHash, deviceHash } = visitor
  if (codeHash === null || link.revokedAt !== null) return false
  const isTaken = await takeHandover(work, { codeHash, conversationId: id, deviceHash }, work.now)
  if (!isTaken) return false
  if (link.openedAt === null) await markOpened(work, link.id, work.now)
  await work.record('link.handed-over', id, { linkId: link.id })
  return true
}

async function claim(work: Work, link: Link, conversation: Conversation, deviceHash: string): Promise<void> {
  if (link.revokedAt !== null) throw new Refusal('link-withdrawn', 'This link was withdrawn.')
  if (link.expiresAt <= work.now || isEnded(conversation))
    throw new Refusal('link-expired', 'This link has expired.')
  if (link.openedAt !== null) throw await elsewhere(work, conversation.id, deviceHash)
  await markOpened(work, link.id, work.now)
  const arrived = await advance(work, 'conversations', conversation.id, 'link.opened', {
    device_hash: deviceHash,
    opened_at: work.now,
    waiting_since: work.now,
  })
  if (!arrived) await setDevice(work, conversation.id, deviceHash)
  await work.record('link.opened', conversation.id, { linkId: link.id })
  if (arrived) await beginJob(work, conversation.id)
}

async function elsewhere(work: Work, id: ConversationId, deviceHash: string): Promise<Refusal> {
  return (await hasHandedOver(work, id, deviceHash))
    ? new Refusal('handed-over', 'This conversation goes on in another browser.')
    : new Refusal('opened-elsewhere', 'This link was opened on another device.')
}

function isEnded({ state }: Conversation): boolean {
  return !openStates.includes(state) && state !== 'invited' && state !== 'unreachable'
}
