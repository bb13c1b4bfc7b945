// A browser put to sleep as a laptop is: all of its processes stop at once, with what they were doing in their hands.

import { readdir, readFile } from 'node:fs/promises'

/** @param profile the folder that the browser was opened with */
export async function sendToSleep(profile: string): Promise<{ wakeUp(): void }> {
  const group = await groupOf(profile)
  process.kill(-group, 'SIGSTOP')
  return { wakeUp: () => void process.kill(-group, 'SIGCONT') }
}

async function groupOf(profile: string): Promise<number> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  for (const id of ids) {
    const words = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')
    // The children have a type; the one that began them all leads their group.
    if (words.includes(`--user-data-dir=${profile}`) && !words.includes('--type=')) return Number(id)
  }
  throw new Error('there is no such browser')
}
