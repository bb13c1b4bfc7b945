import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { BackupFault } from './backup-fault.ts'

/** Runs the system's tar; `out` takes what it writes. */
export async function tar(args: readonly string[], out?: Writable): Promise<void> {
  const child = spawn('tar', args, { stdio: ['ignore', out ? 'pipe' : 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr?.on('data', (chunk) => {
    complaint += chunk
  })
  if (out) child.stdout?.pipe(out)
  const [code] = await once(child, 'close').catch((cause) => {
    throw new BackupFault(`The program tar is needed, and could not be run: ${cause.message}`)
  })
  if (code !== 0) throw new BackupFault(complaint.trim() || `tar ended with ${code}`)
}
