import Plus from 'lucide-solid/icons/plus'
import X from 'lucide-solid/icons/x'
import { createMemo, createSignal, For } from 'solid-js'
import { inTagOrder, readTag, sameTag } from '../../../edge/domain/tag.ts'
import type { ConversationSummary } from '../../../edge/domain/wire.ts'
import { classes } from '../../ui/classes.ts'
import { fieldBoxClasses } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useWords } from '../../words/words.tsx'
import { createTask } from '../create-task.ts'
import { useDesk } from '../desk.ts'
import { useOutbox } from '../outbox/create-outbox.ts'
import { useAdd } from '../outbox/use-add.ts'

/** The tags of a conversation, with those that wait to be sent as if they were there already. */
export function TagList(props: { summary: ConversationSummary }) {
  const { t } = useWords()
  const desk = useDesk()
  const outbox = useOutbox()
  const add = useAdd()
  const [text, setText] = createSignal('')
  const tags = createMemo(() => {
    let now: readonly string[] = props.summary.tags
    const own = [...outbox.sent(), ...outbox.entries()].filter(
      ({ conversationId }) => conversationId === props.summary.id,
    )
    for (const { intent } of own) {
      if (intent.kind === 'tag' && !now.some((tag) => sameTag(tag, intent.tag))) now = [...now, intent.tag]
      if (intent.kind === 'untag') now = now.filter((tag) => !sameTag(tag, intent.tag))
    }
    return inTagOrder(now)
  })
  const send = createTask(async (intent: { kind: 'tag' | 'untag'; tag: string }) => {
    const answer = await add<ConversationSummary>(intent, props.summary)
    if (answer) desk.put(answer)
  })
  async function submit() {
    const tag = readTag(text())
    if (tag === null) return
    setText('')
    await send.run({ kind: 'tag', tag })
  }
  return (
    <div class="flex flex-col gap-1.5">
      <p class="text-xs text-muted">{t('tags.title')}</p>
      <ul class="flex flex-wrap gap-1" aria-label={t('tags.title')}>
        <For each={tags()}>
          {(tag) => (
            <li class="inline-flex max-w-full items-center rounded-full bg-sunken ps-2.5 text-xs">
              <span class="truncate" dir="auto">
                {tag}
              </span>
              <IconButton
                label={t('tags.remove', { tag })}
                icon={X}
                size="small"
                onClick={() => void send.run({ kind: 'untag', tag })}
              />
            </li>
          )}
        </For>
      </ul>
      <form
        class="flex items-center gap-1"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <input
          aria-label={t('tags.new')}
          placeholder={t('tags.new')}
          dir="auto"
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
          class={classes(fieldBoxClasses, 'h-8 min-w-0 flex-1 px-2.5 pointer-coarse:h-10')}
        />
        <IconButton
          type="submit"
          label={t('tags.add')}
          icon={Plus}
          size="small"
          disabled={readTag(text()) === null}
        />
      </form>
    </div>
  )
}
