import { readFile } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { projectFiles } from '../support/runner/project-files.ts'

// Tailwind's names of a side of the screen, where text that runs from right to left needs its start or its end.
const utility =
  /(?<![\w-])(?:[^\s'"`]+:)?-?(?:[mp][lr]-|scroll-[mp][lr]-|(?:left|right)-[\d[(]|(?:left|right)-(?:px|auto|full)|border-[lr]\b|rounded-[lr]\b|rounded-[tb][lr]\b|(?:text|float|clear)-(?:left|right)\b)[^\s'"`]*/g
const property =
  /(?:margin|padding|border)-(?:left|right)\b|(?:text-align|float): *(?:left|right)|(?<![\w-])(?:left|right) *:/g

test('no screen names left or right where a text has its start and its end', async () => {
  const sources = (await projectFiles()).filter((path) => /^pwa\/.*\.(tsx?|css)$/.test(path))
  const found = await Promise.all(
    sources.map(async (path) =>
      sidesIn(path, await readFile(path, 'utf8')).map((side) => `${path}: ${side}`),
    ),
  )
  assert.is(found.flat().join('\n'), '')
})

test('such names are found', () => {
  for (const side of [
    'ml-2',
    '-ml-3',
    'sm:pr-4',
    'left-1/2',
    'right-0',
    'text-left',
    'border-r-2',
    'rounded-tl-card',
  ])
    assert.equal(sidesIn('a.tsx', `<p class="flex ${side} gap-2">`), [side])
  assert.is(sidesIn('a.css', 'p { margin-left: 1rem; left: 0; text-align: right }').length, 3)
})

test('starts and ends are left alone, and so are words and pixels', () => {
  const fine = `<p class="ms-2 start-0 me-auto text-end border-s rounded-ss-card"> 'left-handed', { left: 2 }, all-right`
  assert.equal(sidesIn('a.tsx', fine), [])
})

function sidesIn(path: string, text: string): string[] {
  return text.match(path.endsWith('.css') ? property : utility) ?? []
}

test.run()
