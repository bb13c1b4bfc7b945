import { For } from 'solid-js'
import { inviteMessageLimit } from '../../../edge/domain/invite.ts'
import { type TemplateVariable, templateVariables } from '../../../edge/domain/template.ts'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/words.tsx'

export interface VariableButtonsProps {
  area(): HTMLTextAreaElement | undefined
  onText(text: string): void
}

/** Puts a variable where the cursor stands, and leaves the cursor after it. */
export function VariableButtons(props: VariableButtonsProps) {
  const { t } = useWords()

  function insert(variable: TemplateVariable) {
    const area = props.area()
    if (!area) return
    const word = `{${variable}}`
    // The browser's own limit holds for what is typed alone.
    const chosen = area.selectionEnd - area.selectionStart
    if (area.value.length - chosen + word.length > inviteMessageLimit) return
    area.setRangeText(word, area.selectionStart, area.selectionEnd, 'end')
    props.onText(area.value)
    area.focus()
  }

  return (
    <fieldset class="-mt-1 flex flex-wrap items-center gap-2">
      <legend class="float-start me-1 text-xs leading-8 text-muted">{t('template.insert')}</legend>
      <For each={templateVariables}>
        {(variable) => (
          <Button size="small" onClick={() => insert(variable)}>
            {t(`template.variable.${variable}`)}
          </Button>
        )}
      </For>
    </fieldset>
  )
}
