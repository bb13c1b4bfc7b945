import type { conversation as english } from '../en/conversation.ts'

export const conversation: Record<keyof typeof english, string> = {}
