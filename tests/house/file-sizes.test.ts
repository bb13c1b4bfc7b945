import { readFile } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { projectFiles } from '../support/runner/project-files.ts'

const long = 250

// A hint and no fence: a longer file that reads better stays.
test('files that must be scrolled to be understood are pointed out', async () => {
  const sources = (await projectFiles()).filter((path) => /\.(tsx?|mjs)$/.test(path))
  const sizes = await Promise.all(
    sources.map(async (path) => ({ path, lines: lines(await readFile(path, 'utf8')) })),
  )
  assert.ok(sizes.length > 0)
  for (const { path, lines } of sizes.filter(isLong)) console.log(`hint: ${path} has ${lines} lines`)
})

test('a file of 251 lines is long, one of 250 is not', () => {
  assert.ok(isLong({ lines: lines('x\n'.repeat(251)) }))
  assert.not.ok(isLong({ lines: lines('x\n'.repeat(250)) }))
})

function isLong({ lines }: { lines: number }): boolean {
  return lines > long
}

function lines(source: string): number {
  return source.trimEnd().split('\n').length
}

test.run()
