import { readFile } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { projectFiles } from '../support/runner/project-files.ts'

interface Manifest {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

const manifest = JSON.parse(await readFile('package.json', 'utf8')) as Manifest
const wanted = { ...manifest.dependencies, ...manifest.devDependencies }

test('every dependency is pinned to one version', () => {
  assert.equal(loose(wanted), [])
})

test('a version that can move is found', () => {
  const moving = { a: '^1.0.0', b: '1.x', c: '*', d: 'latest', e: 'github:a/b', f: '1.2', g: '>=1.0.0' }
  assert.equal(loose({ ...moving, fixed: '1.2.3', early: '2.0.0-rc.1' }), Object.keys(moving))
})

test("every dependency is named in the README of a room, with the reason why it's there", async () => {
  const readmes = (await projectFiles()).filter((path) => path.endsWith('README.md'))
  const texts = await Promise.all(readmes.map((path) => readFile(path, 'utf8')))
  assert.is(unnamed(wanted, texts.join('\n')).join('\n'), '')
})

test('a dependency that no README names is found', () => {
  assert.equal(unnamed({ ws: '1.0.0', hono: '1.0.0' }, '- `hono`: the router. It answers news at once.'), [
    'ws',
  ])
})

function loose(dependencies: Record<string, string>): string[] {
  const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/
  return Object.keys(dependencies).filter((name) => !exact.test(dependencies[name] ?? ''))
}

function unnamed(dependencies: Record<string, string>, text: string): string[] {
  return Object.keys(dependencies).filter((name) => !text.includes(`\`${name}\``))
}

test.run()
