import Images from 'lucide-solid/icons/images'
import SignalLow from 'lucide-solid/icons/signal-low'
import { Show } from 'solid-js'
import { useWords } from '../../words/words.tsx'
import type { LinkCare } from './link-care.ts'
import { stillsKey, verdictKey } from './quality-words.ts'

/** Says whose connection is weak, or why the picture stands still; nothing while all is well. */
export function QualitySign(props: { care: LinkCare; name: string }) {
  const { t } = useWords()
  const stills = () => stillsKey(props.care)
  const weak = () => (props.care.verdict().grade === 'poor' ? verdictKey(props.care.verdict()) : null)
  return (
    <div role="status" class="empty:hidden">
      <Show when={stills() ?? weak()}>
        {(key) => (
          <p class="inline-flex max-w-full items-center gap-1.5 rounded-card bg-stage-raised/80 px-3 py-1 text-xs appear">
            <Show when={stills()} fallback={<SignalLow class="size-3.5 shrink-0" />}>
              <Images class="size-3.5 shrink-0" />
            </Show>
            {t(key(), { name: props.name })}
          </p>
        )}
      </Show>
    </div>
  )
}
