import AppWindow from 'lucide-solid/icons/app-window'
import { onMount } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.tsx'
import { PageFrame } from './page-frame.tsx'
import './end-words.ts'

/** What an older tab shows: where the conversation is, and how to have it back here. */
export function MovedPage(props: { onTake(): void }) {
  const { t } = useWords()
  let heading: HTMLHeadingElement | undefined
  onMount(() => heading?.focus())
  return (
    <PageFrame>
      <AppWindow class="mb-5 size-14 rounded-full bg-sunken p-4 text-muted" />
      <h1 ref={heading} tabindex="-1" class="text-xl font-semibold text-balance outline-none">
        {t('tab.moved')}
      </h1>
      <p role="status" class="mt-2 mb-6 text-base text-muted">
        {t('tab.moved.help')}
      </p>
      <Button variant="primary" size="large" onClick={() => props.onTake()}>
        {t('tab.take')}
      </Button>
    </PageFrame>
  )
}
