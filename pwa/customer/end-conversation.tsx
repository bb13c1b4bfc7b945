import DoorOpen from 'lucide-solid/icons/door-open'
import { createSignal, Show } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.tsx'
import { EndDialog } from './later-parts.ts'

/** The black button. It asks once, for it cannot be taken back. */
export function EndConversation(props: { onEnd(): Promise<void> }) {
  const { t } = useWords()
  const [asking, setAsking] = createSignal(false)
  return (
    <>
      <Button variant="black" size="small" class="px-2.5!" onClick={() => setAsking(true)}>
        <DoorOpen class="size-4" />
        {t('customer.end')}
      </Button>
      <Show when={asking()}>
        <EndDialog onEnd={props.onEnd} onClose={() => setAsking(false)} />
      </Show>
    </>
  )
}
