import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { ToolMessage } from './control-message.ts'

/** What the call's tools speak through: straight from browser to browser, never by the database. */
export interface ToolWire {
  /** Whether anybody hears it. */
  isOpen: Accessor<boolean>
  /** Said now or never. */
  tell(message: ToolMessage | ArrayBuffer): void
  /** Resolves when there is room for another piece of something large. */
  drained(): Promise<void>
  /** Hears what the other side's tools say, until the caller's cleanup. */
  listen(listener: (message: ToolMessage | ArrayBuffer) => void): void
}

export interface ToolWireEnd {
  wire: ToolWire
  told(message: ToolMessage | ArrayBuffer): void
  opened(isOpen: boolean): void
}

export function createToolWire(way: Pick<ToolWire, 'tell' | 'drained'>): ToolWireEnd {
  const [isOpen, setOpen] = createSignal(false)
  const listeners = new Set<(message: ToolMessage | ArrayBuffer) => void>()

  function listen(listener: (message: ToolMessage | ArrayBuffer) => void): void {
    listeners.add(listener)
    onCleanup(() => listeners.delete(listener))
  }

  return {
    wire: { isOpen, listen, ...way },
    told: (message) => {
      // A copy: who begins to listen because of this message was handed it already.
      for (const listener of [...listeners]) listener(message)
    },
    opened: setOpen,
  }
}
