import * as Kobalte from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import type { ParentProps } from 'solid-js'
import { classes } from '../classes.ts'
import { IconButton } from '../icon-button.tsx'
import { holdFocus } from './hold-focus.ts'

export interface DialogProps {
  open: boolean
  onClose(): void
  title: string
  closeLabel: string
  /** `wide` is for forms with a preview beside them. */
  width?: 'narrow' | 'wide'
  /** It is there to be read: no field takes the focus, which would scroll to it and open a phone's keyboard. */
  isToRead?: boolean
}

const fields = 'input, select, textarea'
// As high as what stands on it: of two, the later one also covers the other dialog.
export const overlayClasses = 'appear fixed inset-0 z-50 bg-shade'

/** A sheet from below on a phone, a card in the middle elsewhere. The content scrolls, the title stays. What has `autofocus` gets the focus, else the first field. */
export function Dialog(props: ParentProps<DialogProps>) {
  let card: HTMLElement | undefined
  return (
    <Kobalte.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class={overlayClasses} />
        <div class="fixed inset-0 z-50 flex items-end justify-center sm:items-center sm:p-6">
          <Kobalte.Content
            ref={(element: HTMLElement) => {
              card = element
              holdFocus(element)
            }}
            onOpenAutoFocus={(event: Event) => {
              const field = card?.querySelector<HTMLElement>('[autofocus]') ?? card?.querySelector(fields)
              if (!field || props.isToRead) return
              event.preventDefault()
              field.focus()
            }}
            class={classes(
              'rise flex max-h-[94dvh] w-full flex-col overflow-hidden bg-raised shadow-high outline-none',
              'rounded-t-card sm:rounded-card',
              props.width === 'wide' ? 'sm:max-w-3xl' : 'sm:max-w-md',
            )}
          >
            <header class="flex items-center justify-between gap-4 border-b border-line ps-5 pe-3 py-3">
              <Kobalte.Title class="text-base font-semibold">{props.title}</Kobalte.Title>
              <IconButton label={props.closeLabel} icon={X} size="small" onClick={() => props.onClose()} />
            </header>
            <div class="min-h-0 flex-1 overflow-y-auto overscroll-contain">{props.children}</div>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte.Root>
  )
}
