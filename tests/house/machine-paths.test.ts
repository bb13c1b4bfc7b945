import { readFile } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { projectFiles } from '../support/runner/project-files.ts'

const text = /(\.(tsx?|mjs|css|html|json|md|sql|ya?ml|sh|svg)|\/run|\.npmrc|\.gitignore)$/

// A path of somebody's machine tells about them and helps nobody else.
const machinePath = /(?<![\w.:/}~*-])\/(?:home|Users|root|work)\/[\w.-]+/g

test('no file names a path of the machine it was written on', async () => {
  const files = (await projectFiles()).filter((path) => text.test(path) && path !== 'package-lock.json')
  const found = await Promise.all(
    files.map(async (path) => machinePathsIn(await readFile(path, 'utf8')).map((hit) => `${path}: ${hit}`)),
  )
  assert.is(found.flat().join('\n'), '')
})

test('such paths are found', () => {
  const [home, users] = [
    ['', 'home', 'ada'],
    ['', 'Users', 'ada'],
  ].map((parts) => parts.join('/'))
  assert.equal(machinePathsIn(`see ${home}/visavis and "${users}/x"`), [home, users])
})

test('addresses and imports that only look alike are left alone', () => {
  const text = `https://example.com/home/ada ../root/a.ts ./media/photo.ts \${base}/work/a pwa/media/photos`
  assert.equal(machinePathsIn(text), [])
})

function machinePathsIn(source: string): string[] {
  return source.match(machinePath) ?? []
}

test.run()
