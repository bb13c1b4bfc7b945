import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** Whether somebody can see the page. */
export function createVisibility(): Accessor<boolean> {
  const isVisible = () => document.visibilityState === 'visible'
  const [visible, setVisible] = createSignal(isVisible())
  const update = () => setVisible(isVisible())
  document.addEventListener('visibilitychange', update)
  onCleanup(() => document.removeEventListener('visibilitychange', update))
  return visible
}
