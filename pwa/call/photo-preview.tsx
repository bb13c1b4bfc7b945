import Download from 'lucide-solid/icons/download'
import Send from 'lucide-solid/icons/send-horizontal'
import X from 'lucide-solid/icons/x'
import { onMount, Show } from 'solid-js'
import { borrowFocus } from '../ui/borrow-focus.ts'
import { Button, buttonClasses } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from '../words/words.tsx'
import type { Still } from './still.ts'

export interface PhotoPreviewProps {
  still: Still
  name: string
  onKeep?: ((photo: Blob, name: string) => void) | undefined
  onClose(): void
}

/** The photo that was taken, and what can be done with it. It belongs to nobody until something is. */
export function PhotoPreview(props: PhotoPreviewProps) {
  const { t } = useWords()
  let panel: HTMLElement | undefined
  onMount(() => panel && borrowFocus(panel))

  function keep(): void {
    props.onKeep?.(props.still.blob, props.name)
    props.onClose()
  }

  return (
    <div class="absolute inset-0 z-10 grid place-items-center bg-shade p-3 appear">
      <section
        ref={panel}
        role="dialog"
        aria-label={t('call.photo')}
        tabindex="-1"
        class="flex max-h-full w-full max-w-xl min-h-0 flex-col gap-3 rounded-card bg-raised p-3 text-ink shadow-high outline-none"
        onKeyDown={(event) => event.key === 'Escape' && props.onClose()}
      >
        <header class="flex items-center gap-2">
          <h2 class="text-base font-semibold">{t('call.photo')}</h2>
          <p class="text-xs text-muted" dir="ltr">
            {props.still.width} × {props.still.height}
          </p>
          <IconButton
            label={t('common.close')}
            icon={X}
            size="small"
            class="ms-auto"
            onClick={() => props.onClose()}
          />
        </header>
        <img
          src={props.still.url}
          alt={t('call.photo-of-customer')}
          class="min-h-0 flex-1 rounded-control bg-sunken object-contain"
        />
        <div class="flex flex-wrap justify-end gap-2">
          <a href={props.still.url} download={props.name} class={buttonClasses('quiet')}>
            <Download class="size-4" />
            {t('call.photo-save')}
          </a>
          <Show when={props.onKeep}>
            <Button variant="primary" onClick={keep}>
              <Send class="size-4" />
              {t('call.photo-send')}
            </Button>
          </Show>
        </div>
      </section>
    </div>
  )
}
