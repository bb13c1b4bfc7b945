import { type Accessor, createEffect, on, onCleanup } from 'solid-js'
import { mayTakeOut, type PipWindow, takeOut } from './pip-window.ts'
import type { StageView } from './stage-tools.ts'

/** The stage in a window of its own, so that the video stays when the operator works elsewhere. */
export interface Outside {
  isPossible: boolean
  isOut: Accessor<boolean>
  takeOut(): void
  bringBack(): void
}

export function createOutside({ element, size, setSize }: StageView): Outside {
  let pip: PipWindow | null = null
  let isOpening = false

  async function open(): Promise<void> {
    const stage = element()
    if (!stage || pip || isOpening) return
    isOpening = true
    pip = await takeOut(stage, back)
    isOpening = false
    if (pip) setSize('out')
  }

  function back(): void {
    pip = null
    if (size() === 'out') setSize('normal')
  }

  const bringBack = () => pip?.close()
  createEffect(on(size, (now) => now !== 'out' && bringBack(), { defer: true }))
  onCleanup(bringBack)

  return { isPossible: mayTakeOut(), isOut: () => size() === 'out', takeOut: () => void open(), bringBack }
}
