import { createUniqueId } from 'solid-js'
import { readMessage } from '../../../edge/domain/message.ts'
import type { ConversationSummary } from '../../../edge/domain/wire.ts'
import { createDraft } from '../../conversation/draft.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { fieldBoxClasses } from '../../ui/field.tsx'
import { useWords } from '../../words/words.tsx'
import { createTask } from '../create-task.ts'
import { useAdd } from '../outbox/use-add.ts'

/** A note for the team, written beside the conversation so that nobody takes it for a reply. */
export function NoteForm(props: { summary: ConversationSummary }) {
  const { t } = useWords()
  const add = useAdd()
  const id = createUniqueId()
  const [text, setText] = createDraft(`note ${props.summary.id}`)
  const write = createTask(async () => {
    const kept = readMessage(text())
    if (kept === null) return
    await add({ kind: 'note', text: kept }, props.summary)
    setText('')
  })
  return (
    <form
      class="flex flex-col gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        void write.run()
      }}
    >
      <label for={id} class="text-xs text-muted">
        {t('note.label')}
      </label>
      <textarea
        id={id}
        rows="2"
        dir="auto"
        aria-describedby={`${id}-hint`}
        value={text()}
        onInput={(event) => setText(event.currentTarget.value)}
        class={classes(fieldBoxClasses, 'resize-none px-2.5 py-1.5')}
      />
      <p id={`${id}-hint`} class="text-xs text-muted">
        {t('note.hint')}
      </p>
      <Button type="submit" class="self-start" busy={write.busy()} disabled={readMessage(text()) === null}>
        {t('note.add')}
      </Button>
    </form>
  )
}
