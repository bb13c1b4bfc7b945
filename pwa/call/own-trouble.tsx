import X from 'lucide-solid/icons/x'
import { createSignal, Show } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from '../words/words.tsx'
import type { Line } from './line.ts'
import { onStage } from './on-stage.ts'
import type { Problem } from './problem.ts'

const box = 'max-w-md rounded-card bg-stage-raised/90 p-3 text-sm'

/** What keeps us from being seen or heard, and what helps. It can be waved away: the call goes on without. */
export function OwnTrouble(props: { line: Line; remoteName: string }) {
  const { t } = useWords()
  const [dismissed, setDismissed] = createSignal<Problem | null>(null)
  const media = () => props.line.media()
  const shown = () => (media().problem === dismissed() ? null : media().problem)
  const isAsking = () => media().camera === 'asking' && props.line.state().state !== 'asking-camera'

  return (
    <div role="status">
      <Show when={isAsking()}>
        <p class={`${box} appear-late`}>{t('call.asking-camera')}</p>
      </Show>
      <Show when={shown()}>
        {(problem) => (
          <div class={`${box} flex items-start gap-2 appear`}>
            <div class="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-2">
              <p class="min-w-0 flex-1 basis-56">
                {t(`call.problem.${problem()}`, { name: props.remoteName })}
              </p>
              <Button size="small" onClick={props.line.retry}>
                {t(`call.help.${problem()}`)}
              </Button>
            </div>
            <IconButton
              label={t('common.close')}
              icon={X}
              look={onStage}
              size="small"
              onClick={() => setDismissed(problem())}
            />
          </div>
        )}
      </Show>
    </div>
  )
}
