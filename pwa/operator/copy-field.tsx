import Check from 'lucide-solid/icons/check'
import Copy from 'lucide-solid/icons/copy'
import { createSignal, onMount, Show } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'

/**
 * A text to take along. With `autofocus` its button takes the focus, where the button that was pressed
 * is gone: a keyboard would be lost otherwise. The text is selected on focus, for browsers that refuse the clipboard.
 */
export function CopyField(props: { label: string; copyLabel: string; value: string; autofocus?: boolean }) {
  const [copied, setCopied] = createSignal(false)
  let box: HTMLDivElement | undefined
  onMount(() => props.autofocus && box?.querySelector('button')?.focus())

  async function copy() {
    try {
      await navigator.clipboard.writeText(props.value)
      setCopied(true)
    } catch {
      box?.querySelector('input')?.select()
    }
  }

  return (
    <div class="flex items-start gap-2" ref={(element) => (box = element)}>
      <TextField
        class="min-w-0 flex-1"
        label={props.label}
        value={props.value}
        onInput={() => {}}
        readOnly
        dir="auto"
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button class="mt-6.5" onClick={() => void copy()}>
        <Show when={copied()} fallback={<Copy class="size-4" />}>
          <Check class="size-4 text-success" />
        </Show>
        {props.copyLabel}
      </Button>
    </div>
  )
}
