import X from 'lucide-solid/icons/x'
import { createSignal, Show } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from '../words/words.tsx'
import type { Line } from './line.ts'
import type { Problem } from './problem.ts'

/** What keeps us from being seen or heard, and what helps. It can be waved away: the call goes on without. */
export function OwnTrouble(props: { line: Line; remoteName: string }) {
  const { t } = useWords()
  const [dismissed, setDismissed] = createSignal<Problem | null>(null)
  const media = () => props.line.media()
  const shown = () => (media().problem === dismissed() ? null : media().problem)

  return (
    <Show
      when={shown()}
      fallback={
        <Show when={media().camera === 'asking' && props.line.state().state !== 'asking-camera'}>
          <p role="status" class="mx-auto max-w-md rounded-card bg-stage-raised/90 p-3 text-sm appear-late">
            {t('call.asking-camera')}
          </p>
        </Show>
      }
    >
      {(problem) => (
        <div
          role="status"
          class="mx-auto flex max-w-md items-center gap-3 rounded-card bg-stage-raised/90 py-2 ps-3 pe-2 text-sm appear"
        >
          <p class="min-w-0 flex-1">{t(`call.problem.${problem()}`, { name: props.remoteName })}</p>
          <Button size="small" onClick={props.line.retry}>
            {t(`call.help.${problem()}`)}
          </Button>
          <IconButton
            label={t('common.close')}
            icon={X}
            variant="stage"
            size="small"
            onClick={() => setDismissed(problem())}
          />
        </div>
      )}
    </Show>
  )
}
