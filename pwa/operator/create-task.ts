import { type Accessor, createSignal } from 'solid-js'
import { useSay } from '../shell/toasts.tsx'
import { useWords } from '../words/words.tsx'
import { errorKey } from './error-words.ts'

export interface Task<Input extends unknown[]> {
  busy: Accessor<boolean>
  /** Does nothing while it is at work, so that a double click is one. Says what failed, unless `onError` took it. */
  run(...input: Input): Promise<void>
}

/** Work that a button starts: busy while it lasts, and its failure is said in words. */
export function createTask<Input extends unknown[]>(
  work: (...input: Input) => Promise<unknown>,
  onError?: (error: unknown) => boolean,
): Task<Input> {
  const say = useSay()
  const { t } = useWords()
  const [busy, setBusy] = createSignal(false)
  return {
    busy,
    async run(...input) {
      if (busy()) return
      setBusy(true)
      try {
        await work(...input)
      } catch (error) {
        if (!onError?.(error)) say(t(errorKey(error)), 'danger')
      } finally {
        setBusy(false)
      }
    },
  }
}
