import { type Accessor, createSignal, onCleanup } from 'solid-js'

type Locks = Pick<LockManager, 'request'>

export interface FrontTab {
  /** Whether the conversation is in this tab; the newest one has it. */
  isHere: Accessor<boolean>
  /** Fetches it back from the other tab. */
  take(): void
}

/**
 * Two tabs of one link would take camera and line from each other for ever. So a tab takes a lock away
 * from whichever had it before, which then shows that the conversation goes on elsewhere.
 * Browsers without locks, as on plain http, leave it to the broker, where the newer line wins.
 */
export function createFrontTab(conversationId: string, locks: Locks | undefined = navigator.locks): FrontTab {
  const [isHere, setHere] = createSignal(true)
  let release = () => {}

  function take() {
    setHere(true)
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    // Ends with an error as soon as another tab steals it.
    locks?.request(`in front ${conversationId}`, { steal: true }, () => released).catch(() => setHere(false))
  }

  take()
  onCleanup(() => release())
  return { isHere, take }
}
