import type { customer as english } from '../en/customer.ts'

export const customer: Record<keyof typeof english, string> = {}
