import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from './lab/command.ts'

/** A file system of its own that is soon full. */
export interface SmallDisk {
  folder: string
  /** Takes all the room that is left. */
  fill(): Promise<void>
  makeRoom(): Promise<void>
  end(): Promise<void>
}

/** Rejects where nothing may be mounted. */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-disk-'))
  const ballast = join(folder, 'ballast')
  await command('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', folder])
  return {
    folder,
    fill: () => writeUntilFull(ballast),
    makeRoom: () => rm(ballast),
    async end() {
      // Whoever was killed may hold a file for a moment longer.
      await command('umount', ['--lazy', folder])
      await rm(folder, { recursive: true })
    },
  }
}

async function writeUntilFull(path: string): Promise<void> {
  const file = await open(path, 'a')
  const page = Buffer.alloc(4_096, 1)
  try {
    for (;;) await file.write(page)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    await file.close()
  }
}
