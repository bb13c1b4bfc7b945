import { Spinner } from '../ui/spinner.tsx'

/** In the middle of where a screen, a question or the picture stands as soon as its code is here. */
export function WaitingSign() {
  return <Spinner class="appear-late absolute inset-0 m-auto size-6" />
}
