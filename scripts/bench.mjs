import './ready.mjs'
import { readdir, writeFile } from 'node:fs/promises'
import { measureApart } from './bench/measure-apart.mjs'
import { buildWhatIsStale } from './builds.mjs'

await buildWhatIsStale()

const wanted = process.argv.slice(2)
const names = (await readdir('tests/bench'))
  .filter((file) => file.endsWith('-bench.ts'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .sort()

// What one of them came to is kept before the next one begins, and none hides the others.
const results = []
for (const name of names) {
  results.push(await measureApart(name))
  await writeFile('bench-results.json', `${JSON.stringify(results, null, 2)}\n`)
}
const failed = results.filter(({ failure }) => failure)
for (const { name, failure } of failed) console.error(`${name}: ${failure}`)
process.exitCode = failed.length > 0 ? 1 : 0
