import { type Component, createSignal } from 'solid-js'
import { shownPart } from '../ui/shown-part.ts'

export type Later<Props extends object> = Component<Props> & {
  /** Fetches it ahead of its use. */
  preload(): void
  isHere(): boolean
}

type Need = () => Promise<unknown>

const retryMs = 3_000
const common: Need[] = []

/** Names something that everything which comes later has to wait for, such as its styles. */
export function laterNeeds(...needs: readonly Need[]): void {
  common.push(...needs)
}

/** Fetches a part together with what it needs. */
export async function withNeeds<Part>(
  load: () => Promise<Part>,
  needs: readonly Need[] = common,
): Promise<Part> {
  const [part] = await Promise.all([load(), ...needs.map((fetch) => fetch())])
  await breath()
  return part
}

/** Lets taps and frames in between a part's code, which has just been read, and its use. */
async function breath(): Promise<void> {
  await (globalThis as { scheduler?: { yield?(): Promise<void> } }).scheduler?.yield?.()
}

/**
 * A component whose code comes later; until then `Waiting` stands in its place, or nothing. Unlike Solid's `lazy` it costs
 * the first page no resources and no suspense, and it asks again after a lost connection.
 */
export function later<Props extends object>(
  load: () => Promise<Component<Props>>,
  needs?: readonly Need[],
  Waiting?: Component,
): Later<Props> {
  const [part, setPart] = createSignal<Component<Props>>()
  let isLoading = false

  function preload() {
    if (isLoading || part()) return
    isLoading = true
    withNeeds(load, needs).then(
      (loaded) => setPart(() => loaded),
      () => setTimeout(again, retryMs),
    )
  }
  function again() {
    isLoading = false
    preload()
  }

  const Part = (props: Props) => {
    preload()
    return shownPart(() => part() ?? Waiting, props)
  }
  return Object.assign(Part, { preload, isHere: () => !!part() })
}
