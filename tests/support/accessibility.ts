import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  id: string
  impact: string
  help: string
  nodes: { target: string[]; failureSummary: string }[]
}

// Of all rules only this one can hold in the light and fail in the dark.
const contrast = ['color-contrast']

/** What would keep somebody out of this screen, in light and dark: axe's serious and critical findings, in words. */
export async function barriersOn(page: Page, name: string): Promise<string[]> {
  if (!(await page.evaluate('Boolean(window.axe)'))) await page.evaluate(axe)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const light = await run(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await run(page, contrast)
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light.map(sentence(`${name}, light`)), ...dark.map(sentence(`${name}, dark`))]
}

async function run(page: Page, rules?: string[]): Promise<Finding[]> {
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: rules }) }
  const found = await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  )
  return (found as Finding[]).filter(({ impact }) => impact === 'serious' || impact === 'critical')
}

function sentence(where: string) {
  return ({ id, help, nodes }: Finding) => {
    const places = nodes.map(({ target, failureSummary }) => `  ${target.join(' ')}\n    ${failureSummary}`)
    return `${where}: ${help} (${id})\n${places.join('\n')}`
  }
}
