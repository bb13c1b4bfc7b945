import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { untilDrawn } from './until.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  id: string
  impact: string
  help: string
  nodes: { target: string[]; failureSummary: string }[]
}

// Of all rules only this one can hold in the light and fail in the dark.
const contrast = ['color-contrast']
// Not among those that axe runs by itself.
const more = { 'target-size': { enabled: true } }

/** What would keep somebody out of this screen, in light and dark: axe's serious and critical findings, in words. */
export async function barriersOn(page: Page, name: string): Promise<string[]> {
  if (!(await page.evaluate('Boolean(window.axe)'))) await page.evaluate(axe)
  await turn(page, 'light')
  const light = await run(page)
  await turn(page, 'dark')
  const dark = await run(page, contrast)
  return [...light.map(sentence(`${name}, light`)), ...dark.map(sentence(`${name}, dark`))]
}

// The page wears a theme some frames after it was asked to: measured at once, the dark one passes as the light
// one, and measured while colours still fade, neither is.
async function turn(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  await untilDrawn(page, `(${isDark}) === ${theme === 'dark'} && ${isAtRest}`)
}

// By what is painted, not by what was asked for.
const isDark = `Math.max(...getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).slice(0, 3)) < 128`

// What turns for ever, such as a sign of waiting, never comes to rest.
const isAtRest = `document.getAnimations().every(({ effect, playState }) =>
  playState !== 'running' || effect.getComputedTiming().endTime === Infinity)`

async function run(page: Page, rules?: string[]): Promise<Finding[]> {
  const options = { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : { rules: more }) }
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
