// One benchmark. `writer-bench.ts` exports `writerBench(): Promise<{ name, unit, rows }>`, and `minutes` if it may
// take longer than the others.
const [file] = process.argv.slice(2)
const usualMinutes = 10

const bench = await import(`../../tests/bench/${file}.ts`)
process.send({ minutes: bench.minutes ?? usualMinutes })
const measured = await bench[camelCase(file)]()
console.log(`\n${measured.name} (${measured.unit})`)
console.table(measured.rows)
process.send({ measured }, () => process.exit())

function camelCase(name) {
  return name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())
}
