import { createContext, onCleanup, useContext } from 'solid-js'

/** Opens the form for a new video link. */
export const InviteContext = createContext<() => void>()

export function useInvite(): () => void {
  const open = useContext(InviteContext)
  if (!open) throw new Error('useInvite() stands outside of the frame')
  return open
}

/** `n` opens the form from anywhere, unless somebody is writing or a dialog is in front. */
export function makeInviteKey(open: () => void): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (isWriting(event.target) || document.querySelector('[role="dialog"], [role="alertdialog"]')) return
    event.preventDefault()
    open()
  }
  document.addEventListener('keydown', onKey)
  onCleanup(() => document.removeEventListener('keydown', onKey))
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
}
