import type { Page } from 'playwright-core'

/** Called at each screen, once it is there. */
export type Visit = (page: Page, name: string) => Promise<void>
