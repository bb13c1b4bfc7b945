import X from 'lucide-solid/icons/x'
import { createContext, createSignal, For, onCleanup, type ParentProps, useContext } from 'solid-js'
import { classes } from '../ui/classes.ts'
import { IconButton } from '../ui/icon-button.tsx'

interface Toast {
  id: number
  text: string
  tone: 'info' | 'danger'
}

type Say = (text: string, tone?: Toast['tone']) => void

const shownForMs = 7_000
const ToastsContext = createContext<Say>()

/** Passing remarks, in one live region that is there from the start: screen readers miss one that comes with its text. */
export function ToastsProvider(props: ParentProps<{ closeLabel: string }>) {
  const [toasts, setToasts] = createSignal<readonly Toast[]>([])
  const timers = new Set<ReturnType<typeof setTimeout>>()
  let count = 0
  const close = (id: number) => setToasts((all) => all.filter((toast) => toast.id !== id))
  const say: Say = (text, tone = 'info') => {
    const toast = { id: ++count, text, tone }
    setToasts((all) => [...all.filter((other) => other.text !== text).slice(-2), toast])
    timers.add(setTimeout(() => close(toast.id), shownForMs))
  }
  onCleanup(() => timers.forEach(clearTimeout))
  return (
    <ToastsContext.Provider value={say}>
      {props.children}
      <div
        role="status"
        aria-live="polite"
        class="pointer-events-none fixed inset-x-4 bottom-20 z-60 flex flex-col items-center gap-2 md:start-28 lg:start-30 md:end-auto md:bottom-4 md:items-start"
      >
        <For each={toasts()}>
          {(toast) => (
            <ToastCard toast={toast} closeLabel={props.closeLabel} onClose={() => close(toast.id)} />
          )}
        </For>
      </div>
    </ToastsContext.Provider>
  )
}

export function useSay(): Say {
  const say = useContext(ToastsContext)
  if (!say) throw new Error('useSay() stands outside of a ToastsProvider')
  return say
}

function ToastCard(props: { toast: Toast; closeLabel: string; onClose(): void }) {
  return (
    <div
      class={classes(
        'rise pointer-events-auto flex max-w-md items-center gap-2 rounded-card border bg-raised py-1.5 ps-4 pe-1.5 shadow-mid',
        props.toast.tone === 'danger' ? 'border-danger' : 'border-line',
      )}
    >
      <span class="min-w-0 flex-1">{props.toast.text}</span>
      <IconButton label={props.closeLabel} icon={X} size="small" onClick={() => props.onClose()} />
    </div>
  )
}
