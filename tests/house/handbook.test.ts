import { readFile } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { projectFiles } from '../support/runner/project-files.ts'

// The handbook's reading has so many numbered lines, each a behaviour to have.
const lines = Array.from({ length: 21 }, (_, place) => place + 1)

test('every line of the handbook has a journey that is named after it', async () => {
  const paths = (await projectFiles()).filter((path) => /^tests\/journeys\/.*\.test\.ts$/.test(path))
  const named = linesNamedIn(await Promise.all(paths.map((path) => readFile(path, 'utf8'))))
  assert.equal(
    lines.filter((line) => !named.includes(line)),
    [],
    'lines without a journey',
  )
  assert.equal(
    named.filter((line) => !lines.includes(line)),
    [],
    'journeys of no line',
  )
})

test('a line is named by how a test begins, not by being mentioned', () => {
  const source = `
    line('line 7: a plus button', async () => {})
    line(
      'line 12: contact details',
      async () => {},
    )
    // line 8: the red button
    test('it says "line 9: black"', () => {})`
  assert.equal(linesNamedIn([source]), [7, 12])
})

function linesNamedIn(sources: readonly string[]): number[] {
  const names = sources.flatMap((source) => [...source.matchAll(/^\s*\w+\(\s*'line (\d+): /gm)])
  return names.map(([, number]) => Number(number))
}

test.run()
