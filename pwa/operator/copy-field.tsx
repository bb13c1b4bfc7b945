import Check from 'lucide-solid/icons/check'
import Copy from 'lucide-solid/icons/copy'
import { createSignal, Show } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'

/** A text to take along. It is selected on focus, for browsers that refuse the clipboard. */
export function CopyField(props: { label: string; copyLabel: string; value: string }) {
  const [copied, setCopied] = createSignal(false)
  let box: HTMLDivElement | undefined

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
