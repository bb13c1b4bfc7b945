import { type Component, createSignal } from 'solid-js'
import { Dynamic } from 'solid-js/web'

export type Later<Props extends object> = Component<Props> & {
  /** Fetches it ahead of its use. */
  preload(): void
  isHere(): boolean
}

const retryMs = 3_000

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
    load().then(
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
    return <Dynamic component={part()} {...props} />
  }
  return Object.assign(Part, { preload, isHere: () => part() !== undefined })
}
