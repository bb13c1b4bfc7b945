import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runTestFile } from './test-file.ts'
import type { Outcome } from './verdict.ts'

/**
 * Runs a test file written on the spot, as `npm test` would. Files that must fail, hang or lie cannot lie in
 * the tree, where they would be found and run; here they can also find the project's packages.
 */
export async function runWritten(files: Record<string, string>, grace?: number): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-runner-'))
  try {
    await symlink(resolve('node_modules'), join(folder, 'node_modules'))
    await writeFile(join(folder, 'package.json'), '{"type":"module"}')
    for (const [name, source] of Object.entries(files)) await writeFile(join(folder, name), source)
    return await runTestFile(join(folder, Object.keys(files)[0] ?? ''), grace)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
