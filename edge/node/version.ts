import { readFile } from 'node:fs/promises'

/** What is run, and on what: such as `0.1.0` on `node 20.20.2`. */
export async function readBuild(): Promise<{ version: string; runtime: string }> {
  const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
  const deno = (process.versions as { deno?: string }).deno
  return {
    version: String(manifest.version),
    runtime: deno ? `deno ${deno}` : `node ${process.versions.node}`,
  }
}
