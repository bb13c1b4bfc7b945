import { type Language, languages, lifetimes } from '../../../edge/domain/invite.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { useWords } from '../../words/words.tsx'
import { useDesk } from '../desk.ts'
import type { InviteDraft } from './invite-draft.ts'

export interface InviteParametersProps {
  draft: InviteDraft
  onChange(changes: Partial<InviteDraft>): void
  onLanguage(language: Language): void
  errorAt(field: string): string | undefined
}

/** Who is to answer, in which language, and until when. */
export function InviteParameters(props: InviteParametersProps) {
  const { t } = useWords()
  const desk = useDesk()
  const team = () => desk.inbox.team
  return (
    <div class="grid grid-cols-2 gap-x-3 gap-y-4 sm:grid-cols-4">
      <SelectField
        label={t('invite.department')}
        error={props.errorAt('departmentId')}
        value={props.draft.departmentId}
        onChange={(departmentId) => props.onChange({ departmentId })}
        options={[
          { value: '', label: t('invite.any-department') },
          ...team().departments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SelectField
        label={t('invite.operator')}
        error={props.errorAt('operatorId')}
        value={props.draft.operatorId}
        onChange={(operatorId) => props.onChange({ operatorId })}
        options={[
          { value: '', label: t('invite.any-operator') },
          ...team()
            .operators.filter((row) => !row.pending && !row.disabled)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SelectField
        label={t('invite.language')}
        value={props.draft.language}
        onChange={(value) => props.onLanguage(value === 'tr' ? 'tr' : 'en')}
        options={languages.map((language) => ({ value: language, label: t(`language.${language}`) }))}
      />
      <SelectField
        label={t('invite.lifetime')}
        value={props.draft.lifetimeHours}
        onChange={(lifetimeHours) => props.onChange({ lifetimeHours })}
        options={lifetimes.map((hours) => ({ value: String(hours), label: t(`invite.lifetime.${hours}`) }))}
      />
    </div>
  )
}
