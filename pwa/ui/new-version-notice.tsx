import { Show } from 'solid-js'
import { newVersion, takeNewVersion } from '../platform/new-version.ts'
import { useWords } from '../words/words.tsx'
import { Button } from './button.tsx'

/** Says that there is a newer version, and offers it. */
export function NewVersionNotice() {
  const { t } = useWords()
  return (
    <p class="appear flex flex-wrap items-center justify-center gap-x-3 gap-y-1 bg-info-soft px-4 py-1.5 text-xs">
      <Show when={newVersion() === 'ready'} fallback={t('common.new-version-later')}>
        {t('common.new-version')}
        <Button size="small" onClick={takeNewVersion}>
          {t('common.load-again')}
        </Button>
      </Show>
    </p>
  )
}
