import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** `out` is in a window of its own. */
export type StageSize = 'normal' | 'full' | 'reduced' | 'out'

/**
 * The size that the person chose. `full` fills the window by its own class, and the screen where the
 * browser can do that (an iPhone cannot); leaving the browser's full screen by Escape ends it too.
 */
export function createStageSize(
  stage: () => HTMLElement | undefined,
): [Accessor<StageSize>, (size: StageSize) => void] {
  const [size, setSize] = createSignal<StageSize>('normal')

  function choose(next: StageSize): void {
    setSize(next)
    if (next === 'full')
      stage()
        ?.requestFullscreen?.()
        .catch(() => {})
    else if (document.fullscreenElement) document.exitFullscreen().catch(() => {})
  }

  function follow(): void {
    if (!document.fullscreenElement && size() === 'full') setSize('normal')
  }

  document.addEventListener('fullscreenchange', follow)
  onCleanup(() => {
    document.removeEventListener('fullscreenchange', follow)
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {})
  })
  return [size, choose]
}
