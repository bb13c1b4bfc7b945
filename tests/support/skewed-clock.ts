// Debian's libfaketime: a process whose wall clock is wrong, and whose timers run as they should.

import { readdirSync } from 'node:fs'

/** Why there can be none here, or nothing. */
export function withoutSkew(): string | undefined {
  const isThere = librariesOf('/usr/lib').some((folder) => librariesOf(folder).includes(`${folder}/faketime`))
  return isThere ? undefined : 'there is no libfaketime here'
}

/** What the environment of a process says for it. @param hours ahead, or behind where negative */
export function skewed(hours: number): Record<string, string> {
  return {
    // The loader knows what $LIB is on this machine.
    LD_PRELOAD: '/usr/$LIB/faketime/libfaketime.so.1',
    FAKETIME: `${hours < 0 ? '' : '+'}${hours}h`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    NO_FAKE_STAT: '1',
  }
}

function librariesOf(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => `${folder}/${name}`)
  } catch {
    return []
  }
}
