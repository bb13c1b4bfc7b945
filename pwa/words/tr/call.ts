import type { call as english } from '../en/call.ts'

export const call: Record<keyof typeof english, string> = {}
