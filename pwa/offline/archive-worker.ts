// The archive's desk, in a thread of its own.

import { type ArchiveDesk, createArchiveDesk } from './archive-desk.ts'
import { openDeviceShelves } from './device-shelves.ts'

export interface DeskCall {
  call: number
  verb: keyof ArchiveDesk
  args: unknown[]
}

export type DeskAnswer = { call: number; value: unknown } | { call: number; problem: string; full: boolean }

type Scope = Pick<Worker, 'postMessage' | 'addEventListener'>

const scope = globalThis as unknown as Scope
const shelves = openDeviceShelves()
const desk = createArchiveDesk(shelves)

scope.addEventListener('message', async ({ data }: MessageEvent<DeskCall>) => {
  const { call, verb, args } = data
  try {
    const work = desk[verb] as (...given: unknown[]) => Promise<unknown>
    answer({ call, value: await work(...args) })
  } catch (cause) {
    answer({ call, problem: String(cause), full: (cause as Error)?.name === 'QuotaExceededError' })
  }
})

function answer(words: DeskAnswer): void {
  scope.postMessage(words)
}
