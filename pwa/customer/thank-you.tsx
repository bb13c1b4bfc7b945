import Check from 'lucide-solid/icons/check'
import { onMount } from 'solid-js'
import { useWords } from '../words/words.tsx'
import { PageFrame } from './page-frame.tsx'
import type { Room } from './room.ts'
import { SaveReceipt } from './save-receipt.tsx'
import './end-words.ts'

/** The customer's last screen, with the transcript to take along. */
export function ThankYou(props: { room: Room }) {
  const { t } = useWords()
  let heading: HTMLHeadingElement | undefined
  onMount(() => heading?.focus())
  return (
    <PageFrame>
      <span class="mx-auto mb-5 flex size-14 items-center justify-center rounded-full bg-accent-soft text-accent">
        <Check class="size-7" />
      </span>
      <h1 ref={heading} tabindex="-1" class="text-center text-xl font-semibold outline-none">
        {t('survey.thanks')}
      </h1>
      <p role="status" class="mt-2 text-center text-base text-muted text-pretty">
        {t('survey.thanks.help')}
      </p>
      <SaveReceipt room={props.room} />
    </PageFrame>
  )
}
