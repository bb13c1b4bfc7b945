import { defaultInviteMessages } from '../../../edge/domain/invite.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { useWords } from '../../words/words.tsx'
import { useDesk } from '../desk.ts'
import { type InviteDraft, messageChoice } from './invite-draft.ts'

/** The words that the team keeps, in the language of the message. */
export function TemplateField(props: { draft: InviteDraft; onMessage(message: string): void }) {
  const { t } = useWords()
  const desk = useDesk()
  const templates = () => desk.inbox.team.templates
  const offered = () => templates().filter(({ language }) => language === props.draft.language)
  const choice = () => messageChoice(props.draft, templates())

  function choose(value: string) {
    const standard = value === 'standard' ? defaultInviteMessages[props.draft.language] : undefined
    const message = standard ?? offered().find(({ id }) => id === value)?.text
    if (message !== undefined) props.onMessage(message)
  }

  return (
    <SelectField
      label={t('template.label')}
      value={choice()}
      onChange={choose}
      options={[
        { value: 'standard', label: t('template.standard') },
        ...offered().map(({ id, name }) => ({ value: id, label: name })),
        ...(choice() === 'own' ? [{ value: 'own', label: t('template.own') }] : []),
      ]}
    />
  )
}
