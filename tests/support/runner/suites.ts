import type { Check } from './check.ts'
import { commandCheck } from './command-check.ts'
import { projectFiles } from './project-files.ts'
import { runTestFile } from './test-file.ts'

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
  return files.map((path) => ({ name: path, run: () => runTestFile(path) }))
}
