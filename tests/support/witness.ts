import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'

/** Watches every page of a test: what its console says, and what must never happen. */
export interface Witness {
  watch(context: BrowserContext, who: string): void
  /** Errors that no journey may cause: uncaught ones, and what the content security policy stopped. */
  faults: readonly string[]
  /** Saves what each page shows and said, and says where. */
  keep(): Promise<string>
}

export function createWitness(): Witness {
  const pages: { who: string; page: Page; said: string[] }[] = []
  const faults: string[] = []

  function watch(context: BrowserContext, who: string) {
    context.on('page', (page) => {
      const said: string[] = []
      pages.push({ who, page, said })
      page.on('console', (message) => {
        said.push(`${message.type()} ${message.text()}`)
        if (message.type() === 'error' && message.text().includes('Content Security Policy')) {
          faults.push(`${who}: ${message.text()}`)
        }
      })
      page.on('pageerror', (error) => {
        said.push(`uncaught ${error.stack ?? error.message}`)
        faults.push(`${who}: ${error.stack ?? error.message}`)
      })
    })
  }

  async function keep() {
    const folder = await mkdtemp(join(tmpdir(), 'visavis-journey-'))
    for (const [place, { who, page, said }] of pages.entries()) {
      const path = join(folder, `${place}-${who.replace(/\W+/g, '-')}`)
      await writeFile(`${path}.log`, `${page.url()}\n${said.join('\n')}\n`)
      // A page that hangs has no picture; what was said of it is kept all the same.
      await page.screenshot({ path: `${path}.png`, timeout: 3_000 }).catch(() => {})
    }
    return folder
  }

  return { watch, faults, keep }
}
