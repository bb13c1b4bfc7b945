import { createSignal } from 'solid-js'
import { keep, readKept } from '../../platform/kept.ts'

const name = 'visavis.data-saver'

/** Whether calls on this device are to use little data; remembered. */
export function createSaver() {
  const [isOn, setOn] = createSignal(readKept<boolean>(name) === true)
  function toggle(): void {
    setOn(!isOn())
    keep(name, isOn())
  }
  return { isOn, toggle }
}
