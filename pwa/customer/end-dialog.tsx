import DoorOpen from 'lucide-solid/icons/door-open'
import { onMount, Show } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.tsx'
import { createTask } from './task.ts'
import './end-words.ts'

/** The browser keeps the focus inside, closes on Escape, and gives the focus back to the black button. */
export function EndDialog(props: { onEnd(): Promise<void>; onClose(): void }) {
  const { t } = useWords()
  const task = createTask(() => props.onEnd())
  let dialog: HTMLDialogElement | undefined
  onMount(() => dialog?.showModal())
  return (
    <dialog
      ref={dialog}
      aria-labelledby="end-question"
      class="rise m-auto w-[calc(100%-2rem)] max-w-sm rounded-card border border-line bg-raised p-6 text-ink shadow-high backdrop:bg-shade"
      onClose={() => props.onClose()}
    >
      <h2 id="end-question" class="text-lg font-semibold">
        {t('customer.end.question')}
      </h2>
      <p class="mt-2 text-muted text-pretty">{t('customer.end.help')}</p>
      <Show when={task.problem()}>
        {(problem) => (
          <p role="alert" class="mt-3 text-danger">
            {t(problem())}
          </p>
        )}
      </Show>
      <div class="mt-6 flex flex-col gap-2">
        <Button variant="black" size="large" busy={task.busy()} onClick={task.run}>
          <DoorOpen class="size-4" />
          {t('customer.end')}
        </Button>
        <Button autofocus size="large" onClick={() => dialog?.close()}>
          {t('customer.end.not')}
        </Button>
      </div>
    </dialog>
  )
}
