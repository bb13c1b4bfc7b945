import MonitorSmartphone from 'lucide-solid/icons/monitor-smartphone'
import { Show } from 'solid-js'
import type { ConversationSummary } from '../../edge/domain/wire.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.tsx'
import { useCalls } from './calls.ts'
import { useDesk } from './desk.ts'

/** The operator's own call, on another device of theirs: it stays there until somebody asks for it here. */
export function CallElsewhere(props: { summary: ConversationSummary }) {
  const { t } = useWords()
  const desk = useDesk()
  const calls = useCalls()
  const call = () => {
    const { id, call, operator } = props.summary
    const isMine = call?.state === 'live' && operator?.id === desk.inbox.me.id
    return isMine && !calls.ids().includes(id) ? call : null
  }
  return (
    <Show when={call()}>
      {(open) => (
        <div
          role="status"
          class="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-info-soft px-4 py-2 text-sm"
        >
          <MonitorSmartphone class="size-4 shrink-0 text-info" />
          <p class="min-w-0 flex-1 text-pretty">{t('call-elsewhere.text')}</p>
          <Button size="small" onClick={() => calls.own(open().id)}>
            {t('call-elsewhere.take')}
          </Button>
        </div>
      )}
    </Show>
  )
}
