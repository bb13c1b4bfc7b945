// The page's side of the archive's desk. The worker starts with the first question.

import type { ArchiveDesk } from './archive-desk.ts'
import type { DeskAnswer, DeskCall } from './archive-worker.ts'

/** There was no room on the device for it. */
export class NoRoom extends Error {
  override name = 'NoRoom'
}

export interface ArchiveClient extends ArchiveDesk {
  /** Nothing is answered any more, and nothing holds the database open. */
  end(): void
}

interface Asked {
  resolve(value: unknown): void
  reject(cause: Error): void
}

export function createArchiveClient(
  start: () => Worker = () => new Worker(new URL('./archive-worker.ts', import.meta.url), { type: 'module' }),
): ArchiveClient {
  let worker: Worker | null = null
  let calls = 0
  const asked = new Map<number, Asked>()

  function open(): Worker {
    if (worker) return worker
    worker = start()
    worker.onmessage = ({ data }: MessageEvent<DeskAnswer>) => settle(data)
    worker.onerror = () => end()
    return worker
  }

  function settle(answer: DeskAnswer) {
    const waiting = asked.get(answer.call)
    asked.delete(answer.call)
    if ('value' in answer) waiting?.resolve(answer.value)
    else waiting?.reject(answer.full ? new NoRoom(answer.problem) : new Error(answer.problem))
  }

  function end() {
    worker?.terminate()
    worker = null
    for (const { reject } of asked.values()) reject(new Error('The archive was closed.'))
    asked.clear()
  }

  function ask<T>(verb: DeskCall['verb'], ...args: unknown[]): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const call = ++calls
      asked.set(call, { resolve: (value) => resolve(value as T), reject })
      open().postMessage({ call, verb, args } satisfies DeskCall)
    })
  }

  return {
    end,
    keep: (histories, pinned) => ask('keep', histories, pinned),
    drop: (ids) => ask('drop', ids),
    marks: () => ask('marks'),
    history: (id) => ask('history', id),
    keepPicture: (...given) => ask('keepPicture', ...given),
    pictures: (id) => ask('pictures', id),
    page: (question) => ask('page', question),
    tags: () => ask('tags'),
    forget: (ids) => ask('forget', ids),
    empty: () => ask('empty'),
  }
}
