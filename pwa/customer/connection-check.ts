import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { CheckResult } from './checks.ts'

const slowMs = 1_200
const everyMs = 10_000

/** How the way to the edge is: one small question, asked again every ten seconds while it matters. */
export function createConnectionCheck(isOffline: Accessor<boolean>): Accessor<CheckResult> {
  const [result, setResult] = createSignal<CheckResult>('asking')
  let isOver = false

  async function measure() {
    const started = performance.now()
    const isThere = await fetch('/healthz', { method: 'HEAD', cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isOver) return
    setResult(isThere ? (performance.now() - started > slowMs ? 'slow' : 'on') : 'none')
  }

  void measure()
  const timer = setInterval(() => void measure(), everyMs)
  onCleanup(() => {
    isOver = true
    clearInterval(timer)
  })
  return () => (isOffline() ? 'none' : result())
}
