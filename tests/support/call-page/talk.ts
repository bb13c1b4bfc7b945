import type { Page } from 'playwright-core'
import { come, pictureOf, reaches, until } from './call-pages.ts'

export const near = (a: number, b: number, by = 0.01) => Math.abs(a - b) < by
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** A call in which the customer's camera is seen, and the tools hear each other. */
export async function talk(): Promise<[operator: Page, customer: Page]> {
  const [operator, customer] = await Promise.all([come('operator', 'c1'), come('customer', 'c1')])
  await Promise.all([reaches(operator, 'connected'), reaches(customer, 'connected')])
  await Promise.all([pictureOf(operator, 'Customer video'), pictureOf(customer, 'Customer video')])
  await Promise.all([operator, customer].map((page) => until(page, 'line.tools.isOpen()')))
  return [operator, customer]
}
