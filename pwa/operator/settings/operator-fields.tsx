import { Show } from 'solid-js'
import type { OperatorRow } from '../../../edge/domain/wire.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.tsx'
import { useDesk } from '../desk.ts'
import { CheckList } from './check-list.tsx'

export type OperatorSettings = Pick<OperatorRow, 'role' | 'departmentIds' | 'conversationLimit'>

/** What an administrator decides about an operator. */
export function OperatorFields(props: {
  value: OperatorSettings
  onChange(changes: Partial<OperatorSettings>): void
}) {
  const { t } = useWords()
  const desk = useDesk()
  const departments = () => desk.inbox.team.departments
  return (
    <>
      <div class="grid grid-cols-2 items-end gap-4">
        <SelectField
          label={t('team.role')}
          value={props.value.role}
          onChange={(role) => props.onChange({ role: role === 'admin' ? 'admin' : 'operator' })}
          options={[
            { value: 'operator', label: t('team.operator') },
            { value: 'admin', label: t('team.admin') },
          ]}
        />
        <TextField
          label={t('team.limit')}
          type="number"
          min={1}
          max={50}
          required
          value={String(props.value.conversationLimit)}
          onInput={(text) => props.onChange({ conversationLimit: Math.trunc(Number(text)) })}
        />
      </div>
      <Show when={departments().length > 0}>
        <CheckList
          label={t('team.departments')}
          options={departments().map(({ id, name }) => ({ value: id, label: name }))}
          chosen={props.value.departmentIds}
          onChange={(ids) =>
            props.onChange({
              departmentIds: departments().flatMap(({ id }) => (ids.includes(id) ? [id] : [])),
            })
          }
        />
      </Show>
    </>
  )
}
