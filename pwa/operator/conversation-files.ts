import { createRoot } from 'solid-js'
import {
  attachmentParts,
  type ConversationFiles,
  createConversationFiles,
} from '../conversation/attachments/conversation-files.ts'

const parts = attachmentParts(() => import('../conversation/attachments/attachment-parts.ts'))
const known = new Map<string, ConversationFiles>()

/** A conversation's files. They go on being sent while the operator looks at something else. */
export function filesOf(conversationId: string): ConversationFiles {
  const found = known.get(conversationId)
  if (found) return found
  const made = createRoot(() => createConversationFiles(`/api/conversations/${conversationId}`, parts))
  known.set(conversationId, made)
  return made
}
