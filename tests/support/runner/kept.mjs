import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'

const cache = new URL('../../../.cache/tests/', import.meta.url)

/** Where the code that is kept under a name lies. */
export const placeOf = (name) => new URL(`${name}.js`, cache)

/** The code that was made of the same content before, or else makes it and keeps it for whoever comes next. */
export async function kept(name, content, make) {
  const place = placeOf(name)
  const mark = `\n// ${createHash('sha256').update(content).digest('hex')}\n`
  const known = await readFile(place, 'utf8').catch(() => '')
  if (known.endsWith(mark)) return known
  // Last, so that no line moves.
  const fresh = (await make()) + mark
  await keep(place, fresh)
  return fresh
}

// Another process may be reading it, or writing the same: it is there as a whole or not at all.
async function keep(place, code) {
  await mkdir(new URL('.', place), { recursive: true })
  const beside = new URL(`${place}.${process.pid}`)
  await writeFile(beside, code)
  await rename(beside, place)
}
