import type { Locator, Page } from 'playwright-core'
import * as assert from 'uvu/assert'
import { hearsAndSees, plays } from './media-probe.ts'
import { untilTrue } from './until.ts'

/** What both sides of a conversation see and can do, by the names that a screen reader says. */
export class Talker {
  readonly page: Page
  readonly conversation: Locator
  readonly messages: Locator
  readonly field: Locator
  readonly stage: Locator

  constructor(page: Page) {
    this.page = page
    this.conversation = page.getByRole('region', { name: 'Conversation', exact: true })
    this.messages = page.getByRole('log', { name: 'Messages' })
    this.field = page.getByRole('textbox', { name: 'Message', exact: true })
    this.stage = page.getByRole('region', { name: 'Video call' })
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  async says(text: string): Promise<void> {
    await this.field.fill(text)
    await this.button('Send message').click()
  }

  async reads(text: string): Promise<void> {
    await this.messages.getByText(text, { exact: true }).waitFor()
  }

  /** What the log holds, as the types of its events. */
  events(): Promise<string[]> {
    return this.messages
      .locator('li[data-event]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-event') ?? ''))
  }

  /** Waits until the log's last events are these. */
  async lastEvents(...types: string[]): Promise<void> {
    let seen: string[] = []
    const same = async () => {
      seen = (await this.events()).slice(-types.length)
      return seen.join() === types.join()
    }
    await untilTrue('the log ends as expected', same).catch(() => assert.equal(seen, types))
  }

  /** The texts of the messages in the log, in order. */
  texts(): Promise<string[]> {
    return this.messages
      .locator('li[data-event="message.posted"] p[dir="auto"]')
      .evaluateAll((texts) => texts.map((text) => text.textContent ?? ''))
  }

  async lineIs(state: string): Promise<void> {
    await this.stage.and(this.page.locator(`[data-line="${state}"]`)).waitFor()
  }

  /** The call is up: both pictures move, and sound arrives. */
  async isInCall(): Promise<void> {
    await this.lineIs('connected')
    await hearsAndSees(this.page)
    await plays(this.page, 'Customer video')
    await plays(this.page, 'Operator video')
  }

  async isInNoCall(): Promise<void> {
    await this.stage.waitFor({ state: 'detached' })
  }

  async endsCall(): Promise<void> {
    await this.stage.getByRole('button', { name: 'End video call' }).click()
  }
}
