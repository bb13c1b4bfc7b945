import * as Kobalte from '@kobalte/core/alert-dialog'
import type { ParentProps } from 'solid-js'
import { Button } from '../button.tsx'
import { overlayClasses } from './dialog.tsx'

export interface ConfirmDialogProps {
  open: boolean
  title: string
  confirmLabel: string
  cancelLabel: string
  busy?: boolean
  onConfirm(): void
  onClose(): void
}

/** Asks before something that cannot be taken back. The way out has the focus. */
export function ConfirmDialog(props: ParentProps<ConfirmDialogProps>) {
  return (
    <Kobalte.Root open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class={overlayClasses} />
        <div class="fixed inset-0 z-50 flex items-center justify-center p-6">
          <Kobalte.Content class="rise w-full max-w-sm rounded-card bg-raised p-5 shadow-high outline-none">
            <Kobalte.Title class="text-base font-semibold">{props.title}</Kobalte.Title>
            <Kobalte.Description class="mt-1 text-muted">{props.children}</Kobalte.Description>
            <div class="mt-5 flex justify-end gap-2">
              <Button onClick={() => props.onClose()}>{props.cancelLabel}</Button>
              <Button variant="red" busy={props.busy ?? false} onClick={() => props.onConfirm()}>
                {props.confirmLabel}
              </Button>
            </div>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte.Root>
  )
}
