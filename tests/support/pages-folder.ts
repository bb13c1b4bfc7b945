import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A copy of the built pages that a test may change under a running house, as a deployment does. */
export interface PagesFolder {
  path: string
  /** Serves another version from now on; its title says so. */
  release(title: string): Promise<void>
  /** Serves another version of which a part is missing. */
  releaseBroken(): Promise<void>
  remove(): Promise<void>
}

export async function copyPages(): Promise<PagesFolder> {
  const path = await mkdtemp(join(tmpdir(), 'visavis-pages-'))
  await cp('dist', path, { recursive: true })
  const page = join(path, 'operator/operator.html')
  const worker = join(path, 'operator/service-worker.js')
  const whole = await readFile(worker, 'utf8')
  // The compressed copies of a page that is changed would be served in its place.
  for (const ending of ['.br', '.gz']) await rm(`${page}${ending}`, { force: true })

  async function list(entry: string) {
    await writeFile(worker, whole.replace(ownEntry, entry))
  }

  return {
    path,
    async release(title) {
      const html = await readFile(page, 'utf8')
      await writeFile(page, html.replace(/<title>.*<\/title>/, `<title>${title}</title>`))
      await list(`{"revision":"${title}","url":"operator.html"}`)
    },
    releaseBroken: () =>
      list(`{"revision":"broken","url":"operator.html"},{"revision":"1","url":"assets/gone.js"}`),
    remove: () => rm(path, { recursive: true, force: true }),
  }
}

const ownEntry = /\{"revision":"[^"]*","url":"operator\.html"\}/
