import './ready.mjs'
import { readdir, writeFile } from 'node:fs/promises'
import { buildWhatIsStale } from './builds.mjs'

await buildWhatIsStale()

const wanted = process.argv.slice(2)
const names = (await readdir('tests/bench'))
  .filter((file) => file.endsWith('-bench.ts'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .sort()

const results = []
for (const name of names) results.push(await measure(name))
await writeFile('bench-results.json', `${JSON.stringify(results, null, 2)}\n`)

/** `writer-bench.ts` exports `writerBench(): Promise<{ name, unit, rows }>`. */
async function measure(file) {
  const bench = await import(`../tests/bench/${file}.ts`)
  const result = await bench[camelCase(file)]()
  console.log(`\n${result.name} (${result.unit})`)
  console.table(result.rows)
  return result
}

function camelCase(name) {
  return name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
}
