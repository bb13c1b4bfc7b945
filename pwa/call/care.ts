import { type Accessor, createEffect, createMemo, createSignal } from 'solid-js'
import type { CallId } from '../../edge/domain/ids.ts'
import type { CareOfCall, CareOnStage } from './quality/care-on-stage.tsx'

/** What looks after a call: fetched once the call is up and seen, so that nobody waits for it. */
export interface CarePart {
  createCareOnStage(of: CareOfCall): CareOnStage
}

export interface CareOptions extends Omit<CareOfCall, 'callId' | 'sincePictured'> {
  load?: (() => Promise<CarePart>) | undefined
  callId: Accessor<CallId | null>
  isSettled: Accessor<boolean>
}

export interface Care {
  /** `null` until there is something to look after. */
  onStage: Accessor<CareOnStage | null>
  /** The other side's first frame is on the screen. */
  pictured(): void
}

const retryMs = 3_000

export function createCare({ load, callId, isSettled, ...cared }: CareOptions): Care {
  const [part, setPart] = createSignal<CarePart | null>(null)
  let begunAt = 0
  let picturedMs: number | null = null

  createEffect(() => {
    if (!callId()) return
    begunAt = performance.now()
    picturedMs = null
  })
  createEffect(() => cared.connection() && isSettled() && !part() && fetchPart())

  const onStage = createMemo(() => {
    const id = callId()
    return (
      id && (part()?.createCareOnStage({ ...cared, callId: id, sincePictured: () => picturedMs }) ?? null)
    )
  })

  // A weak connection may take more than one try; nobody is left without what helps there.
  function fetchPart(): void {
    const again = () => setTimeout(() => cared.connection() && fetchPart(), retryMs)
    load?.().then(setPart, again)
  }

  function pictured(): void {
    picturedMs ??= performance.now() - begunAt
  }

  return { onStage, pictured }
}
