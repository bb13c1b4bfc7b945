import { readFile } from 'node:fs/promises'
import type { Check } from './check.ts'
import { commandCheck } from './command-check.ts'
import { isFor, type Lane, laneName, usual } from './lane.ts'
import { projectFiles } from './project-files.ts'
import { runTestFile } from './test-file.ts'
import { timeLimits } from './time-limit.ts'

const unit = ['tests/house/', 'tests/domain/', 'tests/pwa/', 'tests/support/']
const isUnit = (path: string) => unit.some((folder) => path.startsWith(folder))
const isJourney = (path: string) => path.startsWith('tests/journeys/')
const isLong = (path: string) => path.startsWith('tests/chaos/')

/** Format, lint and types: one check for the linter and one for each tsconfig of the tree. */
export async function staticChecks(): Promise<Check[]> {
  const configs = (await projectFiles()).filter((path) => /(^|\/)tsconfig\.json$/.test(path))
  const types = configs.map((path) => commandCheck(`types of ${path}`, 'tsc', '-p', path))
  return [commandCheck('format and lint', 'biome', 'check', '--error-on-warnings', '.'), ...types]
}

export async function unitTests(): Promise<Check[]> {
  return testFiles(isUnit)
}

/** Every test that is neither unit test, journey nor for `npm run chaos` alone, so that a new folder of tests cannot be overlooked. */
export async function apiTests(): Promise<Check[]> {
  return testFiles((path) => !isUnit(path) && !isJourney(path) && !isLong(path))
}

const onDeno = ['tests/domain/', 'tests/edge/', 'tests/peer-server/']
const stored = ['actions/', 'routes/', 'attachments/', 'store/', 'pulse', 'races', 'twilio']
// Each statement is a trip there, so that all of it takes a minute and a half: `LANES=all` has it. These are always run.
const storedAlways = [
  ...['store/', 'pulse', 'races', 'twilio', 'routes/team', 'routes/lists'],
  ...['accept-job', 'choose-broker', 'lapse-overdue', 'post-message', 'three-endings', 'transfer'].map(
    (verb) => `actions/${verb}`,
  ),
]
const remotely = (process.env.LANES === 'all' ? stored : storedAlways).map((part) => `tests/edge/${part}`)
// The rest of it, and longer: `LANES=all`.
const onWorkerdAlways = [
  ...['routes/team', 'routes/lists', 'routes/sign-in', 'routes/doors', 'attachments/bucket'],
  ...['accept-job', 'choose-broker', 'lapse-overdue', 'hand-over'].map((verb) => `actions/${verb}`),
]
const onWorkerd = (
  process.env.LANES === 'all' ? ['actions/', 'routes/', 'attachments/'] : onWorkerdAlways
).map((part) => `tests/edge/${part}`)
const remoteOnDeno = ['tests/edge/store/', 'tests/edge/actions/accept-job', 'tests/edge/actions/post-message']

/** The API's tests once more, on what else it runs on; the longest first over all of it. */
export async function otherLanes(): Promise<Check[]> {
  const within = (folders: string[]) => (path: string) => folders.some((folder) => path.startsWith(folder))
  const lanes = await Promise.all([
    testFiles(within(onDeno), { runtime: 'deno', database: 'file' }),
    testFiles(within(remotely), { runtime: 'node', database: 'remote' }),
    testFiles(within(remoteOnDeno), { runtime: 'deno', database: 'remote' }),
    testFiles(within(onWorkerd), { runtime: 'workerd', database: 'remote' }),
  ])
  return lanes.flat()
}

export async function journeys(): Promise<Check[]> {
  return testFiles(isJourney)
}

/** What takes too long for every run: `npm run chaos` has it. */
export async function chaos(): Promise<Check[]> {
  return testFiles(isLong)
}

async function testFiles(belongs: (path: string) => boolean, lane = usual): Promise<Check[]> {
  const files = (await projectFiles()).filter((path) => /\.test\.tsx?$/.test(path) && belongs(path))
  return (await longestFirst(files, lane)).map((path) => ({
    name: `${path}${laneName(lane)}`,
    run: () => runTestFile(path, undefined, lane),
  }))
}

/** By the time that a file asks for, and by its size where that is the same: no long one is left for the end. */
async function longestFirst(files: string[], lane: Lane): Promise<string[]> {
  const sources = await Promise.all(files.map((path) => readFile(path, 'utf8')))
  return files
    .map((path, at) => ({ path, source: sources[at] ?? '' }))
    .filter(({ source }) => isFor(lane, source))
    .map(({ path, source }) => ({ path, limit: timeLimits(source, 0).file, size: source.length }))
    .sort((one, other) => other.limit - one.limit || other.size - one.size)
    .map(({ path }) => path)
}
