import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const notOurs = new Set(['node_modules', 'dist', '.git', '.visavis', '.cache'])

/** Every file of the project, as sorted paths from its top folder; what is installed or built is left out. */
export async function projectFiles(folder = '.'): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const kept = entries.filter((entry) => !notOurs.has(entry.name))
  const found = await Promise.all(
    kept.map((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? projectFiles(path) : [path]
    }),
  )
  return found.flat().sort()
}
