// The database server in a process of its own: for measurements, which must not share the measurer's thread with it.

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { typescriptOptions } from '../typescript-options.ts'
import { type HranaOptions, startHrana } from './start-hrana.ts'

export interface ServerProcess {
  url: string
  port: number
  pid: number
  close(): Promise<void>
}

export async function startServerProcess(path: string, options: HranaOptions = {}): Promise<ServerProcess> {
  const child = fork(fileURLToPath(import.meta.url), [path, JSON.stringify(options)], {
    execArgv: typescriptOptions,
  })
  const [place] = (await once(child, 'message')) as [{ url: string; port: number }]
  return {
    ...place,
    pid: child.pid ?? 0,
    async close() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

if (process.argv[1] === import.meta.filename) {
  const [, , path = '', options = '{}'] = process.argv
  const { url, port } = await startHrana(path, JSON.parse(options))
  process.send?.({ url, port })
}
