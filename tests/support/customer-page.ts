import { Talker } from './talker.ts'

const landingMs = 2_500

/** The customer's page, on whatever phone. */
export class CustomerPage extends Talker {
  /** Presses the landing's button, unless it went on by itself before. */
  async goesOn(): Promise<void> {
    await this.button('Continue')
      .click({ timeout: landingMs })
      .catch(() => {})
  }

  /** Past the landing, which goes on by itself. */
  async waits(): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: 'Waiting for an operator' }).waitFor()
  }

  async isTold(sentence: string): Promise<void> {
    await this.page.getByRole('heading', { name: sentence }).waitFor()
  }

  /** The black button, and yes. */
  async leaves(): Promise<void> {
    await this.button('End conversation').click()
    await this.page.getByRole('dialog').getByRole('button', { name: 'End conversation' }).click()
    await this.isAsked()
  }

  async isAsked(): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'How was your conversation?' }).waitFor()
  }

  async rates(face: string, comment = ''): Promise<void> {
    await this.page.getByRole('radio', { name: face, exact: true }).check()
    if (comment) await this.page.getByLabel('Comment').fill(comment)
    await this.button('Send rating').click()
    await this.isTold('Thank you')
  }

  async acceptsCall(): Promise<void> {
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Accept' }).click()
  }

  async declinesCall(): Promise<void> {
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Decline' }).click()
  }
}
