import Send from 'lucide-solid/icons/send'
import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { inviteMessageLimit, type Language } from '../../../edge/domain/invite.ts'
import type { InviteAnswer } from '../../../edge/domain/wire.ts'
import { randomId } from '../../platform/random-id.ts'
import { request } from '../../platform/request.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RadioField } from '../../ui/radio-field.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.tsx'
import { createTask } from '../create-task.ts'
import { useDesk } from '../desk.ts'
import { type InviteDraft, inviteRequest, newDraft, withLanguage } from './invite-draft.ts'
import { InviteParameters } from './invite-parameters.tsx'
import { type InviteProblem, inviteProblem } from './invite-problem.ts'
import { SmsPreview } from './sms-preview.tsx'
import { TemplateField } from './template-field.tsx'

/** Who is invited, with which words, and who is to answer. */
export function InviteForm(props: { onAnswer(answer: InviteAnswer): void }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const [draft, setDraft] = createStore<InviteDraft>(newDraft(language()))
  const [problem, setProblem] = createSignal<InviteProblem | null>(null)
  // The same form sent twice is one invite; a changed one is another.
  let key = randomId()

  function change(changes: Partial<InviteDraft>) {
    key = randomId()
    setProblem(null)
    setDraft(changes)
  }

  const send = createTask(
    async () => props.onAnswer(await request('POST', '/api/invites', inviteRequest(draft), { key })),
    (error) => {
      setProblem(inviteProblem(error))
      return problem() !== null
    },
  )
  const errorAt = (field: string) => {
    const found = problem()
    return found?.field === field ? t(found.key) : undefined
  }

  return (
    <form
      class="flex flex-col"
      onSubmit={(event) => {
        event.preventDefault()
        void send.run()
      }}
    >
      <div class="grid gap-x-6 gap-y-4 p-5 sm:grid-cols-2">
        <TextField
          label={t('invite.phone')}
          hint={t('invite.phone-hint')}
          error={errorAt('phone')}
          type="tel"
          dir="ltr"
          autocomplete="off"
          required
          autofocus
          value={draft.phone}
          onInput={(phone) => change({ phone })}
        />
        <TextField
          label={t('invite.customer-name')}
          error={errorAt('customerName')}
          autocomplete="off"
          maxLength={80}
          value={draft.customerName}
          onInput={(customerName) => change({ customerName })}
        />
        <div class="flex flex-col gap-4">
          <TemplateField draft={draft} onMessage={(message) => change({ message })} />
          <TextArea
            label={t('invite.message')}
            error={errorAt('message')}
            maxLength={inviteMessageLimit}
            lang={draft.language}
            value={draft.message}
            onInput={(message) => change({ message })}
          />
        </div>
        <SmsPreview message={draft.message} customerName={draft.customerName} lang={draft.language} />
        <div class="flex flex-col gap-4 sm:col-span-2">
          <RadioField
            label={t('invite.assignment')}
            layout="row"
            value={draft.assignment}
            onChange={(value) => change({ assignment: value === 'normal' ? 'normal' : 'direct' })}
            options={[
              { value: 'direct', label: t('invite.direct'), hint: t('invite.direct-hint') },
              { value: 'normal', label: t('invite.normal'), hint: t('invite.normal-hint') },
            ]}
          />
          <InviteParameters
            draft={draft}
            onChange={change}
            onLanguage={(next: Language) => change(withLanguage(draft, next, desk.inbox.team.templates))}
            errorAt={errorAt}
          />
        </div>
      </div>
      <footer class="sticky bottom-0 flex items-center justify-end gap-3 border-t border-line bg-raised px-5 py-3">
        <Show when={problem()?.field === null && problem()}>
          {(found) => (
            <Notice tone="danger" class="flex-1 py-2">
              {t(found().key)}
            </Notice>
          )}
        </Show>
        <Button type="submit" variant="primary" busy={send.busy()}>
          <Send class="size-4" />
          {t('invite.send')}
        </Button>
      </footer>
    </form>
  )
}
