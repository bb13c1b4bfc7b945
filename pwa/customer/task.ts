import { type Accessor, createSignal } from 'solid-js'
import { EdgeError } from '../platform/request.ts'
import type { WordKey } from '../words/words.tsx'

export interface Task {
  busy: Accessor<boolean>
  /** What went wrong the last time, in words. */
  problem: Accessor<WordKey | null>
  run(): Promise<void>
}

/** Something the person asked for: busy while it lasts, and with a plain sentence if it fails. */
export function createTask(work: () => Promise<unknown>): Task {
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<WordKey | null>(null)
  async function run() {
    if (busy()) return
    setBusy(true)
    setProblem(null)
    await work().catch((cause) => setProblem(sentenceFor(cause)))
    setBusy(false)
  }
  return { busy, problem, run }
}

function sentenceFor(cause: unknown): WordKey {
  return cause instanceof EdgeError && cause.status === 0 ? 'common.unreachable' : 'common.fault'
}
