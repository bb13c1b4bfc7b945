import { createSignal, Show } from 'solid-js'
import type { Team, Template } from '../../../edge/domain/wire.ts'
import { request } from '../../platform/request.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/kobalte/confirm-dialog.tsx'
import { Dialog } from '../../ui/kobalte/dialog.tsx'
import { useWords } from '../../words/words.tsx'
import { createTask } from '../create-task.ts'
import { useDesk } from '../desk.ts'
import { TemplateForm } from './template-form.tsx'

/** A new template, or one to change. */
export function TemplateDialog(props: { template: Template | null; onClose(): void }) {
  const { t } = useWords()
  const desk = useDesk()
  const id = props.template?.id
  const path = id ? `/api/team/templates/${id}` : '/api/team/templates'
  const [confirming, setConfirming] = createSignal(false)
  const finish = async () => {
    desk.putTeam(await request<Team>('GET', '/api/team'))
    props.onClose()
  }
  const remove = createTask(async () => {
    await request('DELETE', path)
    await finish()
  })

  return (
    <>
      <Dialog
        open
        onClose={props.onClose}
        title={props.template?.name ?? t('template.add')}
        closeLabel={t('common.close')}
      >
        <TemplateForm
          template={props.template}
          onSave={async (template) => {
            await request(id ? 'PUT' : 'POST', path, template)
            await finish()
          }}
        >
          <Show when={id}>
            <Button variant="danger" class="me-auto" onClick={() => setConfirming(true)}>
              {t('template.delete')}
            </Button>
          </Show>
          <Button onClick={() => props.onClose()}>{t('common.cancel')}</Button>
        </TemplateForm>
      </Dialog>
      <ConfirmDialog
        open={confirming()}
        title={t('template.delete-title', { name: props.template?.name ?? '' })}
        confirmLabel={t('template.delete')}
        cancelLabel={t('common.cancel')}
        busy={remove.busy()}
        onConfirm={() => void remove.run()}
        onClose={() => setConfirming(false)}
      >
        {t('template.delete-text')}
      </ConfirmDialog>
    </>
  )
}
