import { type Component, createSignal } from 'solid-js'
import { shownPart } from '../ui/shown-part.ts'

export type Later<Props extends object> = Component<Props> & {
  /** Fetches it ahead of its use. */
  preload(): void
  isHere(): boolean
}

const retryMs = 3_000
const needs: (() => Promise<unknown>)[] = []

/** Names something that everything which comes later has to wait for, such as its styles. */
export function laterNeeds(fetch: () => Promise<unknown>): void {
  needs.push(fetch)
}

/**
 * A component whose code comes later; nothing is shown until then. Unlike Solid's `lazy` it costs
 * the first page no resources and no suspense, and it asks again after a lost connection.
 */
export function later<Props extends object>(load: () => Promise<Component<Props>>): Later<Props> {
  const [part, setPart] = createSignal<Component<Props>>()
  let isLoading = false

  function preload() {
    if (isLoading || part()) return
    isLoading = true
    Promise.all([load(), ...needs.map((fetch) => fetch())]).then(
      ([loaded]) => setPart(() => loaded),
      () => setTimeout(again, retryMs),
    )
  }
  function again() {
    isLoading = false
    preload()
  }

  const Part = (props: Props) => {
    preload()
    return shownPart(part, props)
  }
  return Object.assign(Part, { preload, isHere: () => part() !== undefined })
}
