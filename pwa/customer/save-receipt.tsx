import Download from 'lucide-solid/icons/download'
import { createSignal, Show } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.tsx'
import { receipt } from './receipt.ts'
import type { Room } from './room.ts'
import { saveFile } from './save-file.ts'

/** The conversation for the customer's own keeping, made here: the edge is not asked. */
export function SaveReceipt(props: { room: Room }) {
  const words = useWords()
  const { t } = words
  const [isSaved, setSaved] = createSignal(false)

  function save() {
    const { visit, timeline } = props.room
    const day = new Date(timeline().entries.at(0)?.at ?? Date.now()).toISOString().slice(0, 10)
    saveFile(`${t('receipt.file')}-${day}.html`, 'text/html;charset=utf-8', receipt(visit, timeline(), words))
    setSaved(true)
  }

  return (
    <div class="mt-8 flex flex-col items-center gap-2">
      <Button size="large" onClick={save}>
        <Download class="size-5" />
        {t('receipt.save')}
      </Button>
      <p role="status" class="min-h-5 text-sm text-muted">
        <Show when={isSaved()}>{t('receipt.saved')}</Show>
      </p>
    </div>
  )
}
