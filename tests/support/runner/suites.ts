import { readFile } from 'node:fs/promises'
import type { Check } from './check.ts'
import { commandCheck } from './command-check.ts'
import { projectFiles } from './project-files.ts'
import { runTestFile } from './test-file.ts'
import { timeLimits } from './time-limit.ts'

const unit = ['tests/house/', 'tests/domain/', 'tests/pwa/', 'tests/support/']
const isUnit = (path: string) => unit.some((folder) => path.startsWith(folder))
const isJourney = (path: string) => path.startsWith('tests/journeys/')

/** Format, lint and types: one check for the linter and one for each tsconfig of the tree. */
export async function staticChecks(): Promise<Check[]> {
  const configs = (await projectFiles()).filter((path) => /(^|\/)tsconfig\.json$/.test(path))
  const types = configs.map((path) => commandCheck(`types of ${path}`, 'tsc', '-p', path))
  return [commandCheck('format and lint', 'biome', 'check', '--error-on-warnings', '.'), ...types]
}

export async function unitTests(): Promise<Check[]> {
  return testFiles(isUnit)
}

/** Every test that is neither unit test nor journey, so that a new folder of tests cannot be overlooked. */
export async function apiTests(): Promise<Check[]> {
  return testFiles((path) => !isUnit(path) && !isJourney(path))
}

export async function journeys(): Promise<Check[]> {
  return testFiles(isJourney)
}

async function testFiles(belongs: (path: string) => boolean): Promise<Check[]> {
  const files = (await projectFiles()).filter((path) => /\.test\.tsx?$/.test(path) && belongs(path))
  return (await longestFirst(files)).map((path) => ({ name: path, run: () => runTestFile(path) }))
}

/** By the time that a file asks for, and by its size where that is the same: no long one is left for the end. */
async function longestFirst(files: string[]): Promise<string[]> {
  const sources = await Promise.all(files.map((path) => readFile(path, 'utf8')))
  return files
    .map((path, at) => ({
      path,
      limit: timeLimits(sources[at] ?? '', 0).file,
      size: sources[at]?.length ?? 0,
    }))
    .sort((one, other) => other.limit - one.limit || other.size - one.size)
    .map(({ path }) => path)
}
