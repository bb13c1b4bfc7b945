import { createSignal, For, onMount, Show } from 'solid-js'
import { commentLimit, type Rating, ratings } from '../../edge/domain/survey.ts'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { useWords } from '../words/words.tsx'
import { PageFrame } from './page-frame.tsx'
import { createTask } from './task.ts'
import './end-words.ts'

const faces: Record<Rating, string> = { 1: '😞', 2: '🙁', 3: '😐', 4: '🙂', 5: '😄' }

/** The customer's last word: a face, and a comment if they like. */
export function Survey(props: { onRate(rating: Rating, comment: string): Promise<void> }) {
  const { t } = useWords()
  const [rating, setRating] = createSignal<Rating>()
  const [comment, setComment] = createSignal('')
  const [hurried, setHurried] = createSignal(false)
  const task = createTask(async () => {
    const chosen = rating()
    setHurried(!chosen)
    if (chosen) await props.onRate(chosen, comment().trim())
  })
  let heading: HTMLParagraphElement | undefined
  // The screen changed under the person: a screen reader starts again at its top.
  onMount(() => heading?.focus())
  return (
    <PageFrame>
      <form
        class="flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault()
          void task.run()
        }}
      >
        <p ref={heading} tabindex="-1" class="text-center text-base text-muted outline-none">
          {t('survey.ended')}
        </p>
        <div role="radiogroup" aria-labelledby="survey-question">
          <h1 id="survey-question" class="mb-6 text-center text-xl font-semibold text-balance">
            {t('survey.question')}
          </h1>
          <div class="grid grid-cols-5 gap-1">
            <For each={ratings}>
              {(value) => (
                <Face value={value} chosen={rating() === value} onChoose={() => setRating(value)} />
              )}
            </For>
          </div>
          <Show when={hurried() && !rating()}>
            <Alarm text={t('survey.choose')} />
          </Show>
        </div>
        <TextArea
          label={t('survey.comment')}
          hint={t('survey.comment.hint')}
          value={comment()}
          onInput={setComment}
          maxlength={commentLimit}
        />
        <Show when={task.problem()}>{(problem) => <Alarm text={t(problem())} />}</Show>
        <Button type="submit" variant="primary" size="large" busy={task.busy()}>
          {t('survey.send')}
        </Button>
      </form>
    </PageFrame>
  )
}

function Alarm(props: { text: string }) {
  return (
    <p role="alert" class="pt-2 text-center text-danger">
      {props.text}
    </p>
  )
}

function Face(props: { value: Rating; chosen: boolean; onChoose(): void }) {
  const { t } = useWords()
  return (
    <label class="group relative flex flex-col items-center gap-2 rounded-control border-2 border-transparent px-1 py-3 text-center has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-info hover:bg-sunken">
      <input
        type="radio"
        name="rating"
        class="absolute inset-0 cursor-pointer appearance-none opacity-0"
        value={props.value}
        checked={props.chosen}
        onChange={() => props.onChoose()}
      />
      <span
        aria-hidden="true"
        class="font-[Apple_Color_Emoji,Segoe_UI_Emoji,Noto_Color_Emoji] text-[2.25rem] leading-none transition-transform group-has-checked:scale-115"
      >
        {faces[props.value]}
      </span>
      <span class="text-xs leading-tight">{t(`rating.${props.value}`)}</span>
    </label>
  )
}
