import { readFile } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { projectFiles } from '../support/runner/project-files.ts'
import { deadPaths } from './dead-paths.ts'

const known = ['README.md', 'edge/README.md', 'edge/domain/call.ts', 'docs/a picture.png']

test('every path that the documents name exists', async () => {
  const files = await projectFiles()
  const documents = files.filter((path) => path.endsWith('.md'))
  const dead = await Promise.all(
    documents.map(async (path) => {
      const found = deadPaths(path, await readFile(path, 'utf8'), files)
      return found.map((target) => `${path} → ${target}`)
    }),
  )
  assert.is(dead.flat().join('\n'), '')
})

test('a dead link and a dead path in backticks are found', () => {
  const text = 'See [the law](domain/law.ts), [home](../HOME.md "home") and `edge/store/gone.ts`.'
  assert.equal(deadPaths('edge/README.md', text, known), [
    'edge/domain/law.ts',
    'HOME.md',
    'edge/store/gone.ts',
  ])
})

test('files, folders, anchors, the web and examples in code are left alone', () => {
  const text = [
    '[a](domain/call.ts#steps) [b](../README.md) [c](#here) [d](https://hono.dev/x) ![e](../docs/a%20picture.png)',
    '`edge/domain/` `edge/domain/call.ts` `edge/*.ts` `npm start`',
    '```\n[no](gone.md)\n```',
  ].join('\n')
  assert.equal(deadPaths('edge/README.md', text, known), [])
})

test.run()
