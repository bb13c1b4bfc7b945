import { createSignal, type ParentProps } from 'solid-js'
import { createStore } from 'solid-js/store'
import { inviteMessageLimit, languages } from '../../../edge/domain/invite.ts'
import type { Template } from '../../../edge/domain/wire.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.tsx'
import { createTask } from '../create-task.ts'
import { faultyField } from '../error-words.ts'
import { SmsPreview } from '../invite/sms-preview.tsx'
import { VariableButtons } from './variable-buttons.tsx'

export interface TemplateFormProps {
  template: Template | null
  onSave(template: Omit<Template, 'id'>): Promise<void>
}

/** A template's name, language and words. The children are the buttons beside Save. */
export function TemplateForm(props: ParentProps<TemplateFormProps>) {
  const { t, language } = useWords()
  const { name = '', text = '', language: spoken = language() } = props.template ?? {}
  const [draft, setDraft] = createStore<Omit<Template, 'id'>>({ name, text, language: spoken })
  const [faulty, setFaulty] = createSignal<string | null>(null)
  let area: HTMLTextAreaElement | undefined

  function change(changes: Partial<Omit<Template, 'id'>>) {
    setFaulty(null)
    setDraft(changes)
  }

  const save = createTask(
    () => props.onSave({ ...draft, name: draft.name.trim(), text: draft.text.trim() }),
    (error) => {
      const field = faultyField(error)
      setFaulty(field)
      return field === 'name' || field === 'text'
    },
  )

  return (
    <form
      class="flex flex-col gap-4 p-5"
      onSubmit={(event) => {
        event.preventDefault()
        void save.run()
      }}
    >
      <div class="grid gap-4 sm:grid-cols-[1fr_10rem]">
        <TextField
          label={t('template.name')}
          hint={t('template.name-hint')}
          error={faulty() === 'name' ? t('template.bad-name') : undefined}
          maxLength={80}
          required
          autofocus
          value={draft.name}
          onInput={(next) => change({ name: next })}
        />
        <SelectField
          label={t('invite.language')}
          value={draft.language}
          onChange={(next) => change({ language: next === 'tr' ? 'tr' : 'en' })}
          options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
        />
      </div>
      <TextArea
        ref={(element: HTMLTextAreaElement) => (area = element)}
        label={t('template.text')}
        hint={t('template.variables-hint')}
        error={faulty() === 'text' ? t('template.bad-text') : undefined}
        maxLength={inviteMessageLimit}
        required
        rows={4}
        lang={draft.language}
        value={draft.text}
        onInput={(next) => change({ text: next })}
      />
      <VariableButtons area={() => area} onText={(next) => change({ text: next })} />
      <SmsPreview message={draft.text} customerName={t('template.example.name')} lang={draft.language} />
      <div class="flex flex-wrap justify-end gap-2">
        {props.children}
        <Button type="submit" variant="primary" busy={save.busy()}>
          {t('template.save')}
        </Button>
      </div>
    </form>
  )
}
