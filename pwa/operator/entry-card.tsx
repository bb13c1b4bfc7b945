import type { ParentProps } from 'solid-js'
import { useWords } from '../words/words.tsx'

/** The frame of what stands before the app: sign-in and joining. */
export function EntryCard(props: ParentProps<{ title: string }>) {
  const { t } = useWords()
  return (
    <main class="flex min-h-full items-center justify-center p-6">
      <div class="w-full max-w-sm">
        <p class="mb-8 flex items-center justify-center gap-2.5 text-base font-semibold">
          <img src="/icon.svg" alt="" class="size-8" />
          {t('common.product')}
        </p>
        <div class="rounded-card border border-line bg-raised p-6 shadow-mid">
          <h1 class="mb-5 text-lg font-semibold">{props.title}</h1>
          {props.children}
        </div>
      </div>
    </main>
  )
}
