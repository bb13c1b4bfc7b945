import { basename } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { projectFiles } from '../support/runner/project-files.ts'

// Names that say where a thing was put and not what it does: such files grow without end.
const empty = /(^|-)(utils?|helpers?|managers?|services?|common|misc)(-|$)/
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/

test('every source file says in kebab-case what it is', async () => {
  const sources = (await projectFiles()).filter((path) => /\.(tsx?|mjs)$/.test(path))
  assert.is(sources.flatMap(complaints).join('\n'), '')
})

test('names that say nothing are found', () => {
  for (const name of ['utils.ts', 'call-helpers.ts', 'index.tsx', 'session-manager.ts', 'CallStage.tsx']) {
    assert.is(complaints(`pwa/call/${name}`).length, 1, name)
  }
})

test('names that say something are left alone', () => {
  const good = [
    'pwa/service-worker/service-worker.ts',
    'vite.config.ts',
    'pwa/env.d.ts',
    'tests/domain/a-call.test.ts',
  ]
  assert.equal(good.flatMap(complaints), [])
})

function complaints(path: string): string[] {
  const name = basename(path).replace(/(\.(test|config|d))?\.(tsx?|mjs)$/, '')
  const bare = name.replace('service-worker', 'worker')
  if (bare === 'index' || empty.test(bare)) return [`${path}: the name does not say what is in it`]
  return kebab.test(name) ? [] : [`${path}: not in kebab-case`]
}

test.run()
