// How many tests each file has on each lane, as the last run of it found: kept for the table of docs/many-instances.md.

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { type Lane, laneName } from './lane.ts'
import { projectFiles } from './project-files.ts'

const place = (path: string, lane: Lane) =>
  new URL(`../../../.cache/tests/counts/${path}${laneName(lane)}`, import.meta.url)

export async function keepCount(path: string, lane: Lane, passed: number): Promise<void> {
  const file = place(path, lane)
  await mkdir(new URL('.', file), { recursive: true })
  await writeFile(file, String(passed))
}

/** The API's tests that passed on a lane when they last ran there. */
export async function countsOn(lane: Lane, belongs: (path: string) => boolean): Promise<number> {
  const files = (await projectFiles('tests')).filter(belongs)
  const counts = await Promise.all(
    files.map((path) =>
      readFile(place(path, lane), 'utf8').then(
        (text) => Number(text),
        () => 0,
      ),
    ),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}
