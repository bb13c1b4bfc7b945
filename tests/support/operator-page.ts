import type { Locator, Page } from 'playwright-core'
import { Talker } from './talker.ts'
import { until } from './until.ts'

/** What is filled in for a new link; the rest stays as the form proposes it. */
export interface LinkWish {
  phone?: string
  name?: string
  message?: string
  assignment?: 'Direct video call' | 'Normal assignment'
  department?: string
  operator?: string
  language?: 'English' | 'Türkçe'
}

/** The operator app. */
export class OperatorPage extends Talker {
  readonly job: Locator

  constructor(page: Page) {
    super(page)
    this.job = page.getByRole('alertdialog', { name: 'New job appointment' })
  }

  async signsIn(email: string, password: string): Promise<void> {
    await this.page.getByLabel('Email').fill(email)
    await this.page.getByLabel('Password').fill(password)
    await this.button('Sign in').click()
  }

  async goes(status: string): Promise<void> {
    await this.chooses(status)
    await this.hasStatus(status)
  }

  /** A job may ring at once, and then it stands over the status. */
  async chooses(status: string): Promise<void> {
    await this.button('Status').click()
    await this.page.getByRole('option', { name: status, exact: true }).click()
  }

  async hasStatus(status: string): Promise<void> {
    await this.page.getByRole('navigation').getByText(status, { exact: true }).first().waitFor()
  }

  async goesTo(place: 'Conversations' | 'Archive' | 'Statistics' | 'Settings'): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: place }).click()
  }

  /** From the button to the link that is shown this once. */
  async sendsLink(wish: LinkWish = {}): Promise<string> {
    const dialog = await this.opensLinkForm()
    await this.fillsIn(dialog, wish)
    await dialog.getByRole('button', { name: 'Send SMS' }).click()
    return this.linkShown(dialog)
  }

  async opensLinkForm(): Promise<Locator> {
    await this.button('New video link').click()
    return this.page.getByRole('dialog', { name: 'New video link' })
  }

  async fillsIn(dialog: Locator, wish: LinkWish): Promise<void> {
    const { phone = '+90 532 123 45 67', name = 'Cem Yılmaz', message, assignment } = wish
    await dialog.getByLabel('Phone number').fill(phone)
    await dialog.getByLabel('Customer name').fill(name)
    if (message) await dialog.getByLabel('Message').fill(message)
    if (assignment) await dialog.getByRole('radio', { name: assignment }).check()
    for (const [label, chosen] of [
      ['Department', wish.department],
      ['Operator', wish.operator],
      ['Language', wish.language],
    ] as const) {
      if (chosen) await dialog.getByLabel(label, { exact: true }).selectOption({ label: chosen })
    }
  }

  async linkShown(dialog: Locator): Promise<string> {
    const field = dialog.getByLabel('Link', { exact: true })
    await field.waitFor()
    const link = await field.inputValue()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await dialog.waitFor({ state: 'detached' })
    return link
  }

  /** The edge knows that this page would hear a job: whoever would not is asked after all others. */
  async listens(): Promise<void> {
    await until(
      this.page,
      `performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.endsWith('/api/listening') && responseEnd > 0)`,
    )
  }

  async accepts(): Promise<void> {
    await this.job.getByRole('button', { name: 'Accept' }).click()
    await this.job.waitFor({ state: 'detached' })
  }

  /** A call that the customer places in the middle of the chat. */
  async acceptsCall(): Promise<void> {
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Accept' }).click()
  }

  async declines(): Promise<void> {
    await this.job.getByRole('button', { name: 'Decline' }).click()
    await this.job.waitFor({ state: 'detached' })
  }

  async opens(customer: string): Promise<void> {
    await this.page.getByRole('link', { name: customer }).first().click()
    await this.conversation.waitFor()
  }

  async endsConversation(reason: string): Promise<void> {
    await this.button('Conversation menu').click()
    await this.page.getByRole('menuitem', { name: 'End conversation' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'End conversation' })
    await dialog.getByRole('radiogroup', { name: 'Reason' }).getByRole('radio', { name: reason }).check()
    await dialog.getByRole('button', { name: 'End conversation' }).click()
    await dialog.waitFor({ state: 'detached' })
  }
}
