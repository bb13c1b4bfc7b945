import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * One hash over the names and contents of files and folders, the same on every machine.
 * Contents, not dates: a checkout of another branch gives old files new dates and new files old ones.
 * @param {string} folder
 * @param {string[]} inputs paths inside it; one that is absent counts as absent
 */
export async function fingerprint(folder, inputs) {
  const files = (await Promise.all(inputs.map((input) => filesUnder(folder, input)))).flat().sort()
  const contents = await Promise.all(files.map((file) => readFile(join(folder, file))))
  const hash = createHash('sha256')
  files.forEach((file, position) => {
    hash.update(`${file}\0${contents[position].length}\0`).update(contents[position])
  })
  return hash.digest('hex')
}

async function filesUnder(folder, path) {
  const found = await stat(join(folder, path)).catch(() => undefined)
  if (!found) return []
  if (found.isFile()) return [path]
  const entries = await readdir(join(folder, path))
  return (await Promise.all(entries.map((entry) => filesUnder(folder, `${path}/${entry}`)))).flat()
}
