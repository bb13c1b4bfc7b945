// What the buttons offer. The edge decides; this only keeps hopeless ones away.

import { openStates } from '../../edge/domain/conversation.ts'
import type { ConversationSummary } from '../../edge/domain/wire.ts'

export interface Permits {
  endConversation: boolean
  transfer: boolean
  startCall: boolean
  resend: boolean
  revoke: boolean
  sendHint: boolean
  sendFiles: boolean
}

export function permitsFor(summary: ConversationSummary, me: string): Permits {
  const mine = summary.operator?.id === me
  const active = summary.state === 'active' && mine
  const invited = summary.state === 'invited' || summary.state === 'unreachable'
  return {
    endConversation: active || (summary.state === 'closed' && (mine || !summary.operator)),
    transfer: active,
    startCall: active && !summary.call,
    resend: invited,
    revoke: invited,
    // Until somebody has taken the job, whoever sees the trouble may help.
    sendHint: openStates.includes(summary.state) && (mine || !summary.operator),
    sendFiles: openStates.includes(summary.state) && mine,
  }
}
