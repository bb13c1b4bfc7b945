import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { keepCount } from './counts.ts'
import { denoCommand, usual } from './lane.ts'
import { runProgram } from './test-process.ts'
import { timeLimits } from './time-limit.ts'
import { type Outcome, verdict } from './verdict.ts'

const beside = (name: string) => new URL(name, import.meta.url).href

/**
 * Runs one uvu file in a process of its own and says what came of it.
 * @param grace milliseconds past a limit that the process gets to name the test that hung, or to end
 */
export async function runTestFile(path: string, grace = 15_000, lane = usual): Promise<Outcome> {
  const limits = timeLimits(await readFile(path, 'utf8'), grace)
  const { program, options } = lane.runtime === 'deno' ? onDeno() : onNode(path)
  const env = { ...quietEnv(limits.test), TEST_RUNTIME: lane.runtime, TEST_DATABASE: lane.database }
  const ended = await runProgram(program, [...options, path], env, { file: limits.file, linger: grace })
  const outcome = verdict(ended)
  if (outcome.failed === 0) await keepCount(path, lane, outcome.passed)
  return outcome
}

function onNode(path: string) {
  return { program: process.execPath, options: [...nodeOptions(path), ...preloads(path)] }
}

function onDeno() {
  const command = denoCommand()
  if (!command) throw new Error('There is no Deno for this system on npm')
  return command
}

// Solid's server build, Node's default, renders once and never reacts.
function nodeOptions(path: string): string[] {
  return isPageTest(path) ? ['--conditions=browser'] : []
}

function preloads(path: string): string[] {
  const names = isPageTest(path) ? ['./load-preload.mjs', './dom-preload.mjs'] : ['./load-preload.mjs']
  return names.flatMap((name) => ['--import', beside(name)])
}

function isPageTest(path: string): boolean {
  return path.endsWith('.tsx') || path.includes(join('tests', 'pwa'))
}

// Colours would hide uvu's closing lines from the reader of its output.
function quietEnv(testLimit: number): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...rest } = process.env
  return { ...rest, NO_COLOR: '1', TEST_LIMIT_MS: String(testLimit) }
}
